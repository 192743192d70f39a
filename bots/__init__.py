"""The triage bot: a participant like any other, and a client of the desk's own protocol.

`process` runs it, `connection` speaks to the desk, `follower` keeps up with one conversation, and `triage` decides what
to say: pure functions of what was said and when.
"""
