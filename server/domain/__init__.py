"""The rules of the desk, pure: no await, no clock, no input or output. Time comes in as `now`."""
