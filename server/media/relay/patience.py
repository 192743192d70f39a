"""How long a worker waits for what should come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds.

    `quiet`: for anything authentic from a party, before it is asked for a sign of life at each sweep. `silence`: the
    same, before it counts as lost. `consent`: for a proof of its path, before nothing is sent to it any more.
    `connect`: for the first such proof. `idle`: for anybody at all in a call, before it is dropped.
    """

    quiet: float = 1
    silence: float = 3
    consent: float = 15
    connect: float = 20
    idle: float = 60
