"""Content: the part of zone data that screens show, in one language."""

from datetime import datetime

import msgspec
from aiohttp import web

from server.desk.zones import ZoneSource
from server.domain.call import SEATS
from server.domain.field import ChoiceField, Field
from server.domain.form import Form
from server.protocol.pages import (
    CannedAnswer,
    Card,
    ConsoleData,
    DeskData,
    Door,
    FieldKind,
    FormField,
    FormPage,
    FormSection,
    Label,
    NumberShown,
    TeamShown,
)
from server.protocol.words import Choice, Language
from server.transport.languages import language_asked
from server.transport.resource import REVALIDATED, Resource
from server.zone.contact import Number
from server.zone.ways import ways_on
from server.zone.zone import Zone


class Content:
    """`DeskData` and `ConsoleData`, made anew when the zone changes."""

    def __init__(self, zone: ZoneSource, *, call_seats: int = SEATS, can_record: bool = True) -> None:
        """`call_seats`: how many a call can take; `can_record`: whether calls can be recorded here at all."""
        self._zone = zone
        self._call_seats = call_seats
        self._can_record = can_record
        self._made_for = ""
        self._desk: dict[Language, Resource] = {}

    def desk(self, language: Language) -> Resource:
        """`DeskData` as JSON: the same for everybody until the zone changes."""
        zone = self._zone()
        if zone.version != self._made_for:
            self._made_for = zone.version
            self._desk = {}
        if language not in self._desk:
            self._desk[language] = Resource(msgspec.json.encode(desk_data(zone, language)), "application/json")
        return self._desk[language]

    def console(self, language: Language, now: datetime) -> ConsoleData:
        """`ConsoleData`: which teams are there changes with the time."""
        return console_data(self._zone(), language, now, call_seats=self._call_seats, can_record=self._can_record)

    def routes(self) -> list[web.RouteDef]:
        """`/api/desk`. The console's data is for agents: see `sign_in`."""
        return [web.get("/api/desk", self._answer)]

    async def _answer(self, request: web.Request) -> web.Response:
        return self.desk(language_asked(request)).answer(request, REVALIDATED)


def desk_data(zone: Zone, language: Language) -> DeskData:
    """What the citizen's screens need of a zone."""
    card = zone.emergency
    numbers = {number.id: number for number in zone.numbers}
    return DeskData(
        zone=zone.profile.id,
        title=zone.profile.name[language],
        demo_notice=_notice(zone, language),
        language=language,
        languages=zone.profile.languages,
        doors=tuple(Door(id=door.id, label=door.label[language], sensitive=door.sensitive) for door in zone.doors),
        card=Card(
            title=card.title[language],
            text=f"{card.text[language]}\n\n{card.silent[language]}",
            soft_question=card.soft_question[language],
            numbers=tuple(_number(numbers[id], language) for id in card.numbers),
        ),
        numbers=_numbers(zone, language),
        ways=ways_on(zone, None, language),
        exit_url=zone.profile.exit_to.in_language(language),
        rights=_rights(zone, language),
        forms=_forms(zone, language),
        sensitive_topics=tuple(topic.id for topic in zone.topics if topic.sensitive),
    )


def console_data(zone: Zone, language: Language, now: datetime, *, call_seats: int, can_record: bool) -> ConsoleData:
    """What the console needs of a zone."""
    return ConsoleData(
        zone=zone.profile.id,
        demo_notice=_notice(zone, language),
        language=language,
        languages=zone.profile.languages,
        teams=tuple(
            TeamShown(id=team.id, name=team.name[language], kind=team.kind, open=zone.is_open(team.id, now))
            for team in zone.teams
        ),
        call_seats=call_seats,
        recorded_topics=tuple(topic.id for topic in zone.topics if can_record and topic.recording),
        topics=tuple(Label(id=topic.id, label=topic.title[language]) for topic in zone.topics),
        neighbourhoods=tuple(Label(id=place.id, label=place.name) for place in zone.neighbourhoods),
        outcomes=tuple(Label(id=outcome.id, label=outcome.label[language]) for outcome in zone.outcomes),
        canned=tuple(
            CannedAnswer(id=each.id, label=each.label[language], texts=dict(each.text)) for each in zone.canned
        ),
        forms=_forms(zone, language),
        numbers=_numbers(zone, language),
    )


def _notice(zone: Zone, language: Language) -> str | None:
    return zone.profile.demo.notice[language] if zone.profile.demo else None


def _rights(zone: Zone, language: Language) -> tuple[str, ...]:
    rights = zone.rights
    unconfirmed = (rights.to_confirm[language],) if rights.to_confirm else ()
    return (*(item[language] for item in rights.items), *unconfirmed)


def _numbers(zone: Zone, language: Language) -> tuple[NumberShown, ...]:
    return tuple(_number(number, language) for number in zone.numbers if number.shown)


def _number(number: Number, language: Language) -> NumberShown:
    return NumberShown(
        id=number.id,
        label=number.title[language],
        number=number.in_language(language),
        href=number.href(language),
        about=number.about[language],
    )


def _forms(zone: Zone, language: Language) -> tuple[FormPage, ...]:
    return tuple(_form(form, language) for form in zone.forms)


def _form(form: Form, language: Language) -> FormPage:
    return FormPage(
        id=form.id,
        version=form.version,
        title=form.title[language],
        sections=tuple(
            FormSection(
                title=section.title[language], fields=tuple(_field(field, language) for field in section.fields)
            )
            for section in form.sections
        ),
    )


def _field(field: Field, language: Language) -> FormField:
    options = field.options if isinstance(field, ChoiceField) else ()
    return FormField(
        id=field.id,
        kind=msgspec.convert(field.__struct_config__.tag, FieldKind),
        label=field.label[language],
        help=field.help[language] if field.help else "",
        required=field.required,
        sensitive=field.sensitive,
        max_length=getattr(field, "max_length", None),
        choices=tuple(Choice(value=option.id, label=option.label[language]) for option in options),
        when=dict(field.when),
    )
