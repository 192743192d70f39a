"""What each stage made of a message, in the order in which they ran: for the staff log and for `bot explain`."""

from collections.abc import Sequence
from typing import Literal

import msgspec

StageName = Literal["normalise", "concepts", "emergency", "language", "topic", "gate"]


class Stage(msgspec.Struct, frozen=True):
    """One stage: what came out of it, the names it went by (rules, concepts, topics) and the figures behind it.

    Nothing here quotes the message, but for the words that `normalise` came to.
    """

    name: StageName
    outcome: str
    names: tuple[str, ...] = ()
    figures: dict[str, float] = {}

    def line(self) -> str:
        """The stage as a line for people."""
        figures = ", ".join(f"{name} {value:.3f}" for name, value in self.figures.items())
        parts = (self.outcome, ", ".join(self.names), f"({figures})" if figures else "")
        return f"{self.name:10} {'  '.join(part for part in parts if part)}"


def explained(stages: Sequence[Stage], model: str) -> str:
    """All stages, a line each, and the version of the models they used."""
    return "\n".join((*(stage.line() for stage in stages), f"{'model':10} {model}"))
