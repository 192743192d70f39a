"""The questions of the zone's forms that a bot may ask: what, when and where. What is personal, a person asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from server.protocol.words import Choice, FieldValue, Language
from server.zone.zone import Zone

FIELD = "field."

FOR_A_PERSON: dict[str, FieldValue] = {"violence": True}
"""Answers after which a bot asks no more: with violence, an officer speaks with the citizen first."""

MOST_QUESTIONS = 8
"""After so many a person takes over."""

ASKED_KINDS = frozenset({"moment", "date", "street", "text", "long_text", "choice", "yes_no"})
"""Kinds of fields whose answers can be read from what somebody types."""


class Problem(Protocol):
    """What the zone's forms say of a wrong value."""

    @property
    def code(self) -> str:
        """Which problem it is."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field of a form, as it is asked in a conversation.

    `when`: asked only while each earlier field named there has that value. `options`: ids with their labels.
    """

    id: str
    kind: str
    words: Mapping[Language, str]
    help: Mapping[Language, str]
    when: Mapping[str, FieldValue]
    options: Mapping[str, Mapping[Language, str]]
    judge: Callable[[FieldValue, datetime], "Problem | None"]

    def problem(self, value: FieldValue, now: datetime) -> str | None:
        """The code of what is wrong with a value, if anything. `now` is local time, naive."""
        found = self.judge(value, now)
        return found.code if found else None

    def choices(self, language: Language) -> tuple[Choice, ...]:
        """The options as choices."""
        return tuple(Choice(value=FIELD + id, label=label[language]) for id, label in self.options.items())


def questions_of(zone: Zone, form: str) -> tuple[Question, ...]:
    """The first questions of a form: those that a report needs, that are not sensitive, and that a bot can read."""
    found = zone.form(form)
    if found is None:
        return ()
    questions = []
    for field in found.fields:
        kind = str(type(field).__struct_config__.tag)
        if field.required and not field.sensitive and kind in ASKED_KINDS:
            questions.append(
                Question(
                    id=field.id,
                    kind=kind,
                    words=field.question or field.label,
                    help=field.help or {},
                    when=field.when,
                    options={option.id: option.label for option in getattr(field, "options", ())},
                    judge=field.judge,
                )
            )
    return tuple(questions[:MOST_QUESTIONS])
