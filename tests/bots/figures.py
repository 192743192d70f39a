"""How well the bot does on `dev.yaml`, as the table that a chief would ask for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

from bots.triage.corpus import ELSEWHERE, EMERGENCY
from bots.triage.pipeline import Triage
from server.protocol.words import Language

DEV = Path(__file__).parent / "dev.yaml"
NEAR = "near"

Block = str | dict[str, str]


class Utterance(NamedTuple):
    """What somebody may say, and what it is: a topic, `emergency` or `elsewhere`; `near` where it sounds dangerous."""

    text: str
    language: Language
    label: str
    near: bool


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    hits: int
    count: int

    @property
    def value(self) -> float:
        """The share itself."""
        return self.hits / self.count

    def __str__(self) -> str:
        """With its interval at 95 %, by Wilson's formula."""
        z, n, p = 1.96, self.count, self.value
        middle, half = (p + z * z / (2 * n)), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        low, high = ((middle + sign * half) / (1 + z * z / n) for sign in (-1, 1))
        return f"{p:6.1%}  [{low:6.1%}, {high:6.1%}]  of {n}"


def read_dev() -> list[Utterance]:
    """All utterances of the file."""
    return list(_utterances(msgspec.yaml.decode(DEV.read_bytes(), type=dict[str, dict[str, Block]])))


def measure(triage: Triage) -> dict[str, Share]:
    """Each figure by its name."""
    seen: dict[str, list[bool]] = defaultdict(list)
    for text, language, label, near in read_dev():
        finding = triage.read(text, language)
        topics = [scored.topic for scored in finding.ranked]
        alarmed = finding.tier == 1
        if label == EMERGENCY:
            seen["emergency, tier 1 or 2"].append(finding.tier > 0)
            seen["emergency, tier 1"].append(alarmed)
            continue
        kind = "near miss" if near else "out of scope" if label == ELSEWHERE else "topic"
        seen[f"false alarm tier 1: {kind}"].append(alarmed)
        if label == ELSEWHERE:
            if not near:
                seen["out of scope not answered"].append(finding.action != "answer")
            continue
        first = topics[:1] == [label]
        if near:
            seen["near miss to the right topic"].append(first)
            continue
        seen[f"topic top-1, {'nl' if language == 'nl' else 'others'}"].append(first)
        seen["topic among the top three"].append(label in topics)
        seen["answered directly and wrong"].append(finding.action == "answer" and not first)
        seen["topic handed over needlessly"].append(finding.action == "handover")
        seen["language"].append(finding.spoken.code == language)
    return {name: Share(sum(hits), len(hits)) for name, hits in sorted(seen.items())}


def _utterances(read: dict[str, dict[str, Block]]) -> Iterator[Utterance]:
    for language, labels in read.items():
        for label, block in labels.items():
            topics = {label: block} if isinstance(block, str) else block
            for topic, lines in topics.items():
                for line in lines.strip().splitlines():
                    yield Utterance(line.strip(), cast("Language", language), topic, label == NEAR)
