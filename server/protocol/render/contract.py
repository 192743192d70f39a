"""Everything the contract is made of, sorted by the direction in which it travels."""

from typing import get_args

from server.protocol.body import Body
from server.protocol.commands import COMMANDS
from server.protocol.entries import AnyBody, Entry
from server.protocol.errors import Refused
from server.protocol.pages import ConsoleData, DeskData, SignedIn, SignIn
from server.protocol.render.shapes import reach
from server.protocol.signals import SIGNALS
from server.protocol.words import Word

BODIES: tuple[type[Body], ...] = get_args(AnyBody)
"""The bodies of entries, in order of declaration."""

RESULTS: tuple[type[Word], ...] = tuple(dict.fromkeys(command.result for command in COMMANDS))
"""The results of commands, each once."""

PAGES: tuple[type[Word], ...] = (DeskData, ConsoleData, SignedIn)
"""What is answered over HTTP."""

SENT: tuple[type[Word], ...] = (*COMMANDS, SignIn)
"""What a client sends."""

RECEIVED: tuple[type[Word], ...] = reach(Entry, *SIGNALS, *RESULTS, Refused, *PAGES)
"""What a client receives, with all that is held in it."""

NAMED: frozenset[type[Word]] = frozenset({Entry, Refused, *BODIES, *SIGNALS, *RESULTS, *PAGES, *SENT})
"""What stands under a heading of its own; the rest are values that recur."""

VALUES: tuple[type[Word], ...] = tuple(struct for struct in reach(*RECEIVED, *SENT) if struct not in NAMED)
"""Structs that recur inside others."""
