"""The questions of the zone's forms, as a bot asks and hears them. What is personal, a person asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.protocol.words import Choice, FieldValue, Language
from server.zone.zone import Zone

FIELD = "field."

MOST_QUESTIONS = 12
"""After so many a person takes over."""

ASKED_KINDS = frozenset({"moment", "date", "street", "text", "long_text", "choice", "yes_no", "amount"})
"""Kinds of fields whose answers can be read from what somebody types."""

DAYS = ("moment", "date")

FREE = ("text", "long_text", "street")
"""Kinds that any words answer."""

Texts = Mapping[Language, str]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field of a form. `asked`: the bot asks it; the others it only notes when they are told.

    `when`: counts only while each earlier field named there has that value. `options`: ids with their labels. `heard`:
    by the value that is meant, the words that mean it; `known`: answers that are heard as they are written. `beside`:
    for a street, the fields that its house number and municipality go to.
    """

    id: str
    kind: str
    label: Texts
    words: Texts
    help: Texts
    when: Mapping[str, FieldValue]
    asked: bool
    to_person: FieldValue
    options: Mapping[str, Texts]
    heard: Mapping[str | bool, Texts]
    known: Texts
    lies: str
    story: bool
    beside: Mapping[str, str]

    def choices(self, language: Language) -> tuple[Choice, ...]:
        """The options as choices."""
        return tuple(Choice(value=FIELD + id, label=label[language]) for id, label in self.options.items())

    def applies(self, fields: Mapping[str, FieldValue]) -> bool:
        """Whether it is asked after these answers."""
        return all(fields.get(id) == wanted for id, wanted in self.when.items())


class Questionnaire:
    """The questions of one form, in order."""

    def __init__(self, zone: Zone, form: str) -> None:
        """Raises LookupError where the zone has no such form."""
        found = zone.form(form)
        if found is None:
            raise LookupError(form)
        self._form = found
        self.questions = {field.id: _question(field) for field in found.fields if not field.sensitive}
        self.asked = tuple(each.id for each in self.questions.values() if each.asked)[:MOST_QUESTIONS]

    def problem(self, id: str, fields: Mapping[str, FieldValue], now: datetime) -> str | None:
        """The code of what is wrong with the answer to a question, beside the other answers; None where nothing is.
        `now` is local time, naive.
        """
        field = self._form.field(id)
        found = self._form.judge(field, fields, now) if field else None
        return found.code if found else None

    def is_for_a_person(self, fields: Mapping[str, FieldValue]) -> bool:
        """Whether an answer so far means that no bot should ask on."""
        return any(
            each.to_person is not None and fields.get(each.id) == each.to_person for each in self.questions.values()
        )


def _question(field: Any) -> Question:
    """`field`: of any of the kinds that `server.domain.field` has."""
    kind = str(type(field).__struct_config__.tag)
    options = getattr(field, "options", ())
    heard: dict[str | bool, Texts | None] = {option.id: option.words for option in options}
    if kind == "yes_no":
        heard = {True: field.words_yes, False: field.words_no}
    beside = {key: getattr(field, key, None) for key in ("number", "municipality")}
    return Question(
        id=field.id,
        kind=kind,
        label=field.label,
        words=field.question or field.label,
        help=field.help or {},
        when=field.when,
        asked=field.required and kind in ASKED_KINDS,
        to_person=field.to_person,
        options={option.id: option.label for option in options},
        heard={value: words for value, words in heard.items() if words},
        known=getattr(field, "words", None) or {},
        lies=getattr(field, "lies", "past"),
        story=getattr(field, "story", False),
        beside={key: id for key, id in beside.items() if id} if kind == "street" else {},
    )
