"""`zone.yaml`: who the zone is, and how its desk is set."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum, Id, Texts
from server.protocol.words import Language
from server.zone.colours import Colour

Origin = Annotated[
    str,
    Meta(
        pattern=r"^(https://[a-z0-9.-]+(:[0-9]+)?|http://(localhost|127\.0\.0\.1)(:[0-9]+)?)$",
        extra={"wanted": "zone-wanted-origin"},
    ),
]
WebAddress = Annotated[str, Meta(pattern=r"^https://[^\s]+$", extra={"wanted": "zone-wanted-address"})]
Count = Annotated[int, Meta(ge=1, le=1_000_000)]


class Links(Datum, frozen=True, kw_only=True):
    """The same page in every language."""

    nl: WebAddress
    fr: WebAddress
    en: WebAddress
    de: WebAddress

    def in_language(self, language: Language) -> str:
        """The address of the page in that language."""
        return str(getattr(self, language))


class Demo(Datum, frozen=True, kw_only=True):
    """Marks a zone that is not a real one; the notice stands on every page and paper."""

    notice: Texts


class Staffing(Datum, frozen=True, kw_only=True):
    """How much one agent has at once: `routine` conversations as a rule, never more than `hard_cap`."""

    routine: Annotated[int, Meta(ge=1, le=20)] = 3
    hard_cap: Annotated[int, Meta(ge=1, le=20)] = 4
    sensitive_one_to_one: bool = True
    call_takes_all: bool = True


class Limits(Datum, frozen=True, kw_only=True):
    """How long a citizen's token opens a conversation, and after how long a silence the conversation is given up."""

    token_lifetime_hours: Annotated[int, Meta(ge=1, le=24 * 31)] = 24
    abandoned_after_minutes: Annotated[int, Meta(ge=1, le=24 * 60)] = 30


class Retention(Datum, frozen=True, kw_only=True):
    """After how many days what is kept is erased, class by class, unless it is held for a legal reason."""

    recording_days: Annotated[int, Meta(ge=1, le=365 * 30)] = 30
    photo_days: Annotated[int, Meta(ge=1, le=365 * 30)] = 30


class CheckedEvery(Datum, frozen=True, kw_only=True):
    """After how many days somebody must look again whether it is still true."""

    numbers: Count = 365
    answers: Count = 365
    rights: Count = 365


class Profile(Datum, frozen=True, kw_only=True):
    """The zone itself.

    `languages`: in which of its languages the desk serves citizens; `procedure_language`: in which reports are
    drawn up. `embed_on`: the sites that may show the widget. `exit_to`: the harmless page that quick exit leads to.
    `page_title`: neutral, so that a tab gives nothing away. `reference_prefix`: how the desk's own references begin.
    `short_forms`: what street names are shortened to, and from what. `ways`: numbers named to whoever waits, as other
    ways on.
    """

    id: Id
    name: Texts
    demo: Demo | None = None
    time_zone: str
    procedure_language: Language
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)]
    municipalities: Annotated[tuple[str, ...], Meta(min_length=1)]
    embed_on: tuple[Origin, ...] = ()
    exit_to: Links
    page_title: Texts
    reference_prefix: Annotated[str, Meta(pattern=r"^[A-Z]{2,6}$", extra={"wanted": "zone-wanted-capitals"})]
    staffing: Staffing = Staffing()
    limits: Limits = Limits()
    retention: Retention = Retention()
    checked_every_days: CheckedEvery = CheckedEvery()
    skills: Mapping[Id, Texts] = {}
    short_forms: Mapping[str, str] = {}
    ways: tuple[Id, ...] = ()
    colours: Mapping[Id, Colour] = {}
