"""What a bench found out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec


class SkippedError(Exception):
    """A bench cannot be run here. The message says what is missing, and how to get it."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """One number with its unit; beside it, where one was measured in the same run, that of a peer.

    `must` and `aim` bound it: the ratio where there is a peer, else the value. `beside` is what helps to judge it.
    """

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    must: float | None = None
    aim: float | None = None
    more_is_better: bool = False
    beside: Mapping[str, float] = field(default_factory=dict)

    def line(self) -> str:
        """One JSON object: `name`, `value`, `unit`; with a peer also `peer`, `peer_value`, `ratio` (ours to theirs);
        with a bound `must`, maybe `aim`, and `met`: the better of them that was reached, or `nothing`; `beside`."""
        fields: dict[str, object] = {"name": self.name, "value": _rounded(self.value), "unit": self.unit}
        judged: float | None = self.value
        if self.peer and self.peer_value is not None:
            judged = self.value / self.peer_value if self.peer_value else None
            fields |= {"peer": self.peer, "peer_value": _rounded(self.peer_value)}
            fields["ratio"] = None if judged is None else _rounded(judged)
        if self.must is not None:
            fields |= {"must": self.must} | ({} if self.aim is None else {"aim": self.aim})
            fields["met"] = self._met(judged)
        fields |= {name: _rounded(value) for name, value in self.beside.items()}
        return msgspec.json.encode(fields).decode()

    def _met(self, judged: float | None) -> Literal["aim", "must", "nothing"]:
        def reaches(bound: float | None) -> bool:
            if judged is None or bound is None:
                return False
            return judged >= bound if self.more_is_better else judged <= bound

        return "aim" if reaches(self.aim) else "must" if reaches(self.must) else "nothing"


def _rounded(value: float) -> float:
    """Four digits that count: more would promise a precision that no bench has."""
    return float(f"{value:.4g}")
