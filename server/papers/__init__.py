"""Papers: what people take home, and what a police back office takes in.

`paper` says what goes in; `Printer` in `printer` makes the papers of it. Pure computation: no database, no clock, no
network. A paper is set in some tens of milliseconds of CPU; whoever serves others meanwhile calls it in a thread.
"""
