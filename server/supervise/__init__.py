"""Processes that belong to one command: started, watched, started again, stopped in order."""
