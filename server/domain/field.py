"""The questions a form can ask, one class per kind.

Each judges its own answers: `judge(value, now)` says what is wrong with a value that is not blank, `now` being local
time, naive.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta

from server.domain.data import Datum, Id, Texts
from server.domain.moment import Moment
from server.protocol.words import FieldValue

ProblemCode = Literal[
    "unknown_field",
    "wrong_type",
    "forbidden_characters",
    "too_long",
    "not_a_choice",
    "not_a_date",
    "not_a_moment",
    "in_future",
    "in_past",
    "before_other",
    "too_short",
    "too_far",
    "too_low",
    "too_high",
    "too_precise",
    "not_a_phone",
    "not_an_email",
    "not_a_serial",
    "not_a_national_number",
]
"""What can be wrong with an answer. The words for each stand in the catalogues."""

MaxLength = Annotated[int, Meta(ge=1, le=4000)]

Days = Annotated[int, Meta(ge=1, le=3660)]

SpokenWords = Texts
"""Words by which the bot hears an answer in what somebody tells, per language and separated by commas: words (`red`),
stems (`elektrisch-`) and several of them in a row (`op slot`).
"""

_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PHONE = re.compile(r"\+?[0-9]{8,15}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_SERIAL = re.compile(r"[A-Z0-9](?:[A-Z0-9 ._/*-]*[A-Z0-9])?", re.IGNORECASE | re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class FieldProblem(Datum, frozen=True, kw_only=True):
    """What is wrong with one answer. `params` fills the places of the message, e.g. `{"limit": 200}`."""

    code: ProblemCode
    params: Mapping[str, str | int | float] = {}


class Option(Datum, frozen=True, kw_only=True):
    """One of the answers to choose from. `words`: what people say who mean it, see `SpokenWords`."""

    id: Id
    label: Texts
    words: SpokenWords | None = None


class Question(Datum, frozen=True, kw_only=True, tag_field="kind"):
    """What all kinds have in common.

    `label` is short and names the answer on paper; `question` asks for it in a conversation (without one, the label
    does); `help` says how to find the answer. `required`: the report cannot be filed without it. `sensitive`: never
    shown in lists, never kept on a shared device. `when`: asked only while each earlier field named there has the
    value given. `to_person`: the answer after which no bot asks on, and a person takes over before others.
    """

    id: Id
    label: Texts
    question: Texts | None = None
    help: Texts | None = None
    required: bool = False
    sensitive: bool = False
    when: Mapping[Id, str | bool] = {}
    to_person: str | bool | None = None


class TextField(Question, frozen=True, kw_only=True, tag="text"):
    """One line. `words`: answers that are heard in passing, as they are written."""

    max_length: MaxLength = 200
    words: SpokenWords | None = None

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        return _judge_text(value, self.max_length)


class LongTextField(Question, frozen=True, kw_only=True, tag="long_text"):
    """As many lines as it takes. `story`: what somebody told before the form was begun belongs here."""

    max_length: MaxLength = 4000
    story: bool = False

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        return _judge_text(value, self.max_length, lines=True)


class ChoiceField(Question, frozen=True, kw_only=True, tag="choice"):
    """The id of one of the options."""

    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=40)]

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if not isinstance(value, str):
            return FieldProblem(code="wrong_type")
        return None if any(option.id == value for option in self.options) else FieldProblem(code="not_a_choice")


class YesNoField(Question, frozen=True, kw_only=True, tag="yes_no"):
    """True or false. `words_yes` and `words_no`: what people say who mean it."""

    words_yes: SpokenWords | None = None
    words_no: SpokenWords | None = None

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        return None if isinstance(value, bool) else FieldProblem(code="wrong_type")


class DateField(Question, frozen=True, kw_only=True, tag="date"):
    """A day, `2026-03-14`. `lies`: which days make sense. `not_before`: an earlier date or moment of this form;
    `least_days` and `most_days`: how many days may lie between the two.
    """

    lies: Literal["past", "future", "anywhere"] = "past"
    not_before: Id | None = None
    least_days: Days | None = None
    most_days: Days | None = None

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if not isinstance(value, str):
            return FieldProblem(code="wrong_type")
        if not _DATE.fullmatch(value):
            return FieldProblem(code="not_a_date")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return FieldProblem(code="not_a_date")
        if self.lies == "past" and day > now.date():
            return FieldProblem(code="in_future")
        if self.lies == "future" and day < now.date():
            return FieldProblem(code="in_past")
        return None


class MomentField(Question, frozen=True, kw_only=True, tag="moment"):
    """A moment in the past as somebody remembers it (see `Moment`). `not_before`: an earlier date or moment of this
    form.
    """

    not_before: Id | None = None

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if not isinstance(value, str):
            return FieldProblem(code="wrong_type")
        try:
            earliest, _ = Moment.parse(value).bounds()
        except ValueError:
            return FieldProblem(code="not_a_moment")
        return FieldProblem(code="in_future") if earliest > now else None


class StreetField(Question, frozen=True, kw_only=True, tag="street"):
    """A street, from the zone's table where it stands there; any other text is taken too.

    `number` and `municipality`: the fields of this form that get the house number said with it, and the municipality
    that a street of the table lies in.
    """

    max_length: MaxLength = 120
    number: Id | None = None
    municipality: Id | None = None

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        return _judge_text(value, self.max_length)


class AmountField(Question, frozen=True, kw_only=True, tag="amount"):
    """Euros, with at most two decimals."""

    least: float = 0
    most: float = 10_000_000

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return FieldProblem(code="wrong_type")
        if value < self.least:
            return FieldProblem(code="too_low", params={"limit": self.least})
        if value > self.most:
            return FieldProblem(code="too_high", params={"limit": self.most})
        return None if round(value, 2) == value else FieldProblem(code="too_precise", params={"decimals": 2})


class PhoneField(Question, frozen=True, kw_only=True, tag="phone"):
    """A telephone number as people write it: spaces, dots, slashes, dashes and brackets do not count."""

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if problem := _judge_text(value, 40):
            return problem
        digits = re.sub(r"\(0\)|[\s./()-]", "", str(value))
        return None if _PHONE.fullmatch(digits) else FieldProblem(code="not_a_phone")


class EmailField(Question, frozen=True, kw_only=True, tag="email"):
    """An e-mail address; whether it exists only a message can tell."""

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if problem := _judge_text(value, 254):
            return problem
        return None if _EMAIL.fullmatch(str(value).strip()) else FieldProblem(code="not_an_email")


class SerialField(Question, frozen=True, kw_only=True, tag="serial"):
    """A number stamped on a thing or a document: letters, digits, and what makers put between them."""

    max_length: MaxLength = 40

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if problem := _judge_text(value, self.max_length):
            return problem
        return None if _SERIAL.fullmatch(str(value).strip()) else FieldProblem(code="not_a_serial")


class NationalNumberField(Question, frozen=True, kw_only=True, tag="national_number"):
    """The number of the National Register: eleven digits, of which the last two are 97 minus the rest modulo 97;
    for births from 2000 on, a 2 stands before the nine digits that are divided (Royal Decree of 3 April 1984)."""

    def judge(self, value: FieldValue, now: datetime) -> FieldProblem | None:
        if problem := _judge_text(value, 20):
            return problem
        digits = re.sub(r"[\s.-]", "", str(value))
        if not re.fullmatch(r"[0-9]{11}", digits):
            return FieldProblem(code="not_a_national_number")
        body, check = digits[:9], int(digits[9:])
        valid = check in (97 - int(body) % 97, 97 - int("2" + body) % 97)
        return None if valid else FieldProblem(code="not_a_national_number")


Field = (
    TextField
    | LongTextField
    | ChoiceField
    | YesNoField
    | DateField
    | MomentField
    | StreetField
    | AmountField
    | PhoneField
    | EmailField
    | SerialField
    | NationalNumberField
)


def _judge_text(value: FieldValue, limit: int, *, lines: bool = False) -> FieldProblem | None:
    if not isinstance(value, str):
        return FieldProblem(code="wrong_type")
    if len(value) > limit:
        return FieldProblem(code="too_long", params={"limit": limit})
    kept = "\n\t" if lines else ""
    for char in value:
        if char in _BIDI_OVERRIDES or (unicodedata.category(char) in {"Cc", "Cs"} and char not in kept):
            return FieldProblem(code="forbidden_characters")
    return None
