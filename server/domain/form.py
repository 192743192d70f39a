"""A form: what a report needs to know, and whether it knows it.

Answers are JSON values by field id. `None` and blank text are no answer. A field whose conditions do not hold is
not asked, and what it may still hold does not count.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta

from server.domain.data import Datum, Id, Texts
from server.domain.field import DateField, Field, FieldProblem, MomentField
from server.domain.moment import Moment
from server.protocol.words import FieldValue

Values = Mapping[str, FieldValue]
Problems = dict[str, FieldProblem]


class Section(Datum, frozen=True, kw_only=True):
    """Fields that belong together, under one heading."""

    id: Id
    title: Texts
    fields: Annotated[tuple[Field, ...], Meta(min_length=1)]


class Form(Datum, frozen=True, kw_only=True):
    """A form as the zone wrote it. `version` goes up whenever a field comes, goes or changes meaning: reports name it.

    Days and hours in answers are those of `time_zone`, an IANA name; the zone's own, unless the form says otherwise.
    """

    id: Id
    version: Annotated[int, Meta(ge=1)]
    topic: Id
    title: Texts
    sections: Annotated[tuple[Section, ...], Meta(min_length=1)]
    time_zone: str | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in the order they are asked."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, id: str) -> Field | None:
        """The field of that id."""
        return next((field for field in self.fields if field.id == id), None)

    def judge(self, field: Field, values: Values, now: datetime) -> FieldProblem | None:
        """What is wrong with the answer to a field, which has one, beside the other answers. `now` is local time,
        naive.
        """
        return field.judge(values[field.id], now) or _order_problem(field, values)


def validate(form: Form, values: Values, now: datetime) -> Problems:
    """What is wrong with the answers given so far, by field. What is not answered yet is not wrong: see `missing`.

    `now` is aware; it decides what lies in the future.
    """
    local = now.astimezone(ZoneInfo(form.time_zone or "UTC")).replace(tzinfo=None)
    problems: Problems = {id: FieldProblem(code="unknown_field") for id in strays(form, values)}
    counted = answers(form, values)
    for field in form.fields:
        if field.id in counted:
            problem = form.judge(field, counted, local)
            if problem is not None:
                problems[field.id] = problem
    return problems


def strays(form: Form, values: Values) -> tuple[str, ...]:
    """The answers to fields that the form does not have."""
    known = {field.id for field in form.fields}
    return tuple(id for id in values if id not in known)


def missing(form: Form, values: Values) -> tuple[str, ...]:
    """The required fields that are asked and have no answer, in order. Together with `validate` it says whether to
    file.
    """
    counted = answers(form, values)
    return tuple(field.id for field in asked(form, values) if field.required and field.id not in counted)


def asked(form: Form, values: Values) -> tuple[Field, ...]:
    """The fields whose conditions hold, in order."""
    return tuple(_asked(form, values))


def answers(form: Form, values: Values) -> dict[str, FieldValue]:
    """The answers that count: of fields that are asked, without blanks, in the order of the form."""
    return {field.id: values[field.id] for field in _asked(form, values) if not _is_blank(values.get(field.id))}


def _asked(form: Form, values: Values) -> Iterator[Field]:
    # Conditions name earlier fields only, so one pass settles chains of them.
    counted: dict[str, FieldValue] = {}
    for field in form.fields:
        if all(counted.get(id) == wanted for id, wanted in field.when.items()):
            value = values.get(field.id)
            if not _is_blank(value):
                counted[field.id] = value
            yield field


def _is_blank(value: FieldValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _order_problem(field: Field, counted: Values) -> FieldProblem | None:
    """A date or moment must not lie entirely before the one it follows. One that cannot be read is reported where
    it stands.
    """
    if not isinstance(field, DateField | MomentField) or field.not_before is None:
        return None
    this, other = counted[field.id], counted.get(field.not_before)
    if not isinstance(this, str) or not isinstance(other, str):
        return None
    try:
        latest, earliest = Moment.parse(this).bounds()[1], Moment.parse(other).bounds()[0]
    except ValueError:
        return None
    if latest < earliest:
        return FieldProblem(code="before_other", params={"other": field.not_before})
    return _length_problem(field, (latest - earliest).days) if isinstance(field, DateField) else None


def _length_problem(field: DateField, days: int) -> FieldProblem | None:
    if field.least_days is not None and days < field.least_days:
        return FieldProblem(code="too_short", params={"limit": field.least_days})
    if field.most_days is not None and days > field.most_days:
        return FieldProblem(code="too_far", params={"limit": field.most_days})
    return None
