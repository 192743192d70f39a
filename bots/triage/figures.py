"""How well the bot does on labelled utterances, as the table that a chief would ask for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from bots.triage.labelled import Labelled
from bots.triage.pipeline import Finding, Triage
from server.protocol.words import LANGUAGES

NEVER_MISSED = frozenset({"weapon", "fire", "violence", "burglary", "suicide"})

ALL, OTHERS = "all", "other"


class Bound(NamedTuple):
    """What a figure must be and what would be good: at least, or (`low`) at most."""

    must: float
    good: float
    low: bool = False

    def judge(self, value: float) -> str:
        """The better of the two that is reached."""
        sign = -1 if self.low else 1
        if sign * value >= sign * self.good:
            return "good"
        return "must" if sign * value >= sign * self.must else "MISSED"


BOUNDS: Mapping[str, Bound] = {
    "topic top-1, nl": Bound(0.80, 0.88),
    "topic top-1, others": Bound(0.75, 0.88),
    "topic among the top three": Bound(0.92, 0.96),
    "answered directly and wrong": Bound(0.06, 0.03, low=True),
    "topic handed over needlessly": Bound(0.10, 0.05, low=True),
    "near miss to the right topic": Bound(0.75, 0.85),
    "out of scope not answered": Bound(0.80, 0.90),
    "emergency, tier 1 or 2": Bound(0.95, 0.98),
    "emergency that may never be missed": Bound(1.0, 1.0),
    "emergency, tier 1": Bound(0.80, 0.90),
    "false alarm tier 1: near miss": Bound(0.12, 0.06, low=True),
    "false alarm tier 1: topic": Bound(0.02, 0.01, low=True),
    "false alarm tier 1: out of scope": Bound(0.02, 0.01, low=True),
    "language": Bound(0.95, 0.98),
}
"""The figures there are, in the order of the table."""

_FALSE_ALARMS = {
    "topic": "false alarm tier 1: topic",
    "near_miss": "false alarm tier 1: near miss",
    "out_of_scope": "false alarm tier 1: out of scope",
}


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    hits: int
    count: int

    @property
    def value(self) -> float:
        """The share itself."""
        return self.hits / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """Where it lies at 95 %, by Wilson's formula."""
        z, n, p = 1.96, self.count, self.value
        middle, half = (p + z * z / (2 * n)), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        low, high = ((middle + sign * half) / (1 + z * z / n) for sign in (-1, 1))
        return max(0.0, low), min(1.0, high)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:6.1%}  [{low:6.1%}, {high:6.1%}]  of {self.count}"


Figures = Mapping[str, Mapping[str, Share]]
"""By figure, then by language: `ALL`, those of the desk, and `OTHERS` for all foreign ones."""


def measure(triage: Triage, labelled: Iterable[Labelled]) -> Figures:
    """Every figure that these utterances say something about."""
    seen: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for each in labelled:
        spoken = each.lang or each.ui_lang
        group = spoken if spoken in LANGUAGES else OTHERS
        for figure, hit in _hits(triage.read(each.text, each.ui_lang), each):
            for name in (ALL, group):
                seen[figure][name].append(hit)
    return {
        figure: {name: Share(sum(hits), len(hits)) for name, hits in seen[figure].items()}
        for figure in BOUNDS
        if figure in seen
    }


def table(figures: Figures) -> str:
    """The figures as text: for all with what is asked of them, then for each language."""
    lines = []
    for figure, by_language in figures.items():
        bound = BOUNDS[figure]
        asked = f"must {'<' if bound.low else '>'}= {bound.must:.0%}, good {bound.good:.0%}"
        for name in (ALL, *LANGUAGES, OTHERS):
            if name not in by_language:
                continue
            share = by_language[name]
            told = f"{asked}: {bound.judge(share.value)}" if name == ALL else ""
            lines.append(f"{figure if name == ALL else '':36} {name:6} {share!s:40} {told}".rstrip())
    return "\n".join(lines)


def _hits(finding: Finding, each: Labelled) -> Iterator[tuple[str, bool]]:
    """Each figure that an utterance counts for, and whether it hits. Of figures that are to be low, hits are faults."""
    if each.kind == "emergency":
        yield "emergency, tier 1 or 2", finding.tier > 0
        yield "emergency, tier 1", finding.tier == 1
        if each.danger in NEVER_MISSED:
            yield "emergency that may never be missed", finding.tier > 0
    else:
        yield _FALSE_ALARMS[each.kind], finding.tier == 1
    first = finding.topic == each.topic
    if each.kind == "out_of_scope":
        yield "out of scope not answered", finding.action != "answer"
    if each.kind == "near_miss" and each.topic is not None:
        yield "near miss to the right topic", first
    if each.kind == "topic":
        yield f"topic top-1, {'nl' if (each.lang or each.ui_lang) == 'nl' else 'others'}", first
        yield "topic among the top three", each.topic in {scored.topic for scored in finding.ranked}
        yield "answered directly and wrong", finding.action == "answer" and not first
        yield "topic handed over needlessly", finding.action == "handover"
    if each.kind == "topic" or each.lang is not None:
        yield "language", finding.spoken.code == (each.lang or each.ui_lang)
