"""What a supervisor has to know of a process to look after it."""

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

GIVES_UP = os.EX_CONFIG
"""Exit status of a child that starting again will not help: a setting is wrong, a port is taken, a key is missing."""


@dataclass(frozen=True, kw_only=True)
class Child:
    """A process to keep alive: starting -> ready -> dead -> starting …, until it is stopped.

    `env` is added to our own environment. `ready` says whether the child serves by now; it is asked again and again
    while the child starts, for at most `ready_within` seconds, and must not raise. Without it a child is ready once it
    runs. `grace` is how many seconds it has between SIGTERM and SIGKILL.
    """

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict, repr=False)
    ready: Callable[[], Awaitable[bool]] | None = None
    ready_within: float = 60.0
    grace: float = 10.0
