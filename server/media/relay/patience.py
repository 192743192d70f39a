"""How long a worker waits for what should come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds. A browser reports every second, and proves its path every 2.5 (Chromium) to 5 (Firefox).

    `silence`: for anything authentic from a party, before it counts as lost. `consent`: for a proof of its path,
    before nothing is sent to it any more. `connect`: for the first such proof. `answer`: for the answer to an offer,
    before the other party may offer instead. `idle`: for anybody at all in a call, before it is dropped.
    """

    silence: float = 6
    consent: float = 15
    connect: float = 20
    answer: float = 15
    idle: float = 60
