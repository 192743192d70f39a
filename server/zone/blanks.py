"""Blanks in texts: `{card_stop}` stands for the number of that id, so that a number is written, and changed, in one
place.
"""

import dataclasses
import hashlib
import re
from collections.abc import Mapping

import msgspec

from server.domain.data import Texts
from server.protocol.words import Language
from server.zone.answer import Answer
from server.zone.contact import Number
from server.zone.follow_up import FollowUp
from server.zone.wording import CannedText, EmergencyCard
from server.zone.zone import Zone

BLANK = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def may_have_blanks(file: str) -> bool:
    """Whether `filled` fills the texts of that file."""
    return file.startswith("answers/") or file in ("canned.yaml", "emergency.yaml", "follow-ups.yaml")


def filled(zone: Zone) -> Zone:
    """The zone with every blank filled in. One that names no number stays as it is, for the checks to find."""
    numbers = {number.id: number for number in zone.numbers}
    return dataclasses.replace(
        zone,
        answers=tuple(_answer(answer, numbers) for answer in zone.answers),
        follow_ups=tuple(_follow_up(follow_up, numbers) for follow_up in zone.follow_ups),
        canned=tuple(_canned(canned, numbers) for canned in zone.canned),
        emergency=_card(zone.emergency, numbers),
    )


def _answer(answer: Answer, numbers: Mapping[str, Number]) -> Answer:
    said = msgspec.structs.replace(answer, text=_fill(answer.text, answer.language, numbers))
    return msgspec.structs.replace(said, version=hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:12])


def _follow_up(follow_up: FollowUp, numbers: Mapping[str, Number]) -> FollowUp:
    return msgspec.structs.replace(follow_up, text=_fill_each(follow_up.text, numbers))


def _canned(canned: CannedText, numbers: Mapping[str, Number]) -> CannedText:
    return msgspec.structs.replace(canned, text=_fill_each(canned.text, numbers))


def _card(card: EmergencyCard, numbers: Mapping[str, Number]) -> EmergencyCard:
    return msgspec.structs.replace(
        card,
        line=_fill_each(card.line, numbers),
        text=_fill_each(card.text, numbers),
        silent=_fill_each(card.silent, numbers),
    )


def _fill_each(texts: Texts, numbers: Mapping[str, Number]) -> Texts:
    return {language: _fill(text, language, numbers) for language, text in texts.items()}


def _fill(text: str, language: Language, numbers: Mapping[str, Number]) -> str:
    def number(blank: re.Match[str]) -> str:
        found = numbers.get(blank[1])
        return found.in_language(language) if found else blank[0]

    return BLANK.sub(number, text)
