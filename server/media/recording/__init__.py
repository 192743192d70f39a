"""Recording a call: the packets as they came, sealed while it runs, and made into films afterwards.

`dump.py` and `recording.py` belong to the media worker; all else to the process that makes the films.
`docs/recording.md` explains it.
"""
