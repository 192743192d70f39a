"""What a bench found out."""

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, kw_only=True)
class Result:
    """One number with its unit; beside it, where one was measured in the same run, that of a peer."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None

    def line(self) -> str:
        """One JSON object: `name`, `value`, `unit`; with a peer also `peer`, `peer_value`, `ratio` (ours to theirs)."""
        fields: dict[str, object] = {"name": self.name, "value": _rounded(self.value), "unit": self.unit}
        if self.peer and self.peer_value is not None:
            fields |= {"peer": self.peer, "peer_value": _rounded(self.peer_value)}
            fields["ratio"] = _rounded(self.value / self.peer_value) if self.peer_value else None
        return msgspec.json.encode(fields).decode()


def _rounded(value: float) -> float:
    """Four digits that count: more would promise a precision that no bench has."""
    return float(f"{value:.4g}")
