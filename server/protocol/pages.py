"""What a page fetches once, in its own language: the part of zone data that a screen needs.

`GET /api/desk?language=nl` gives `DeskData` to anyone; `GET /api/console?language=nl` gives `ConsoleData` to staff.
"""

from typing import Annotated, Literal

from msgspec import Meta

from server.protocol.words import Choice, FieldValue, Language, Link, Name, ShortText, Slug, Word

FieldKind = Literal[
    "text",
    "long_text",
    "choice",
    "yes_no",
    "date",
    "moment",
    "street",
    "amount",
    "phone",
    "email",
    "serial",
    "national_number",
]
"""How a field is asked and shown. `moment` is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDT<part>` with part
`night`, `morning`, `afternoon`, `evening`, `unknown`."""


class FormField(Word, frozen=True, kw_only=True):
    """One question of a form, in the language of the page.

    Shown only while each field of `when` has the value named there.
    """

    id: Slug
    kind: FieldKind
    label: str
    help: str = ""
    required: bool = False
    sensitive: bool = False
    max_length: Annotated[int, Meta(ge=1)] | None = None
    choices: tuple[Choice, ...] = ()
    when: dict[Slug, FieldValue] = {}


class FormSection(Word, frozen=True, kw_only=True):
    """Fields that belong together."""

    title: str
    fields: tuple[FormField, ...]


class FormPage(Word, frozen=True, kw_only=True):
    """A form in the language of the page."""

    id: Slug
    version: int
    title: str
    sections: tuple[FormSection, ...]


class NumberShown(Word, frozen=True, kw_only=True):
    """A telephone number or app, with when to use it."""

    id: Slug
    label: str
    number: str
    href: str
    about: str = ""


class Card(Word, frozen=True, kw_only=True):
    """The emergency card: what to do now."""

    title: str
    text: str
    soft_question: str
    numbers: tuple[NumberShown, ...]


class Door(Word, frozen=True, kw_only=True):
    """One of the three ways in; opens by posting its label with `choice` = `door.<id>`."""

    id: Slug
    label: str
    sensitive: bool = False


class DeskData(Word, frozen=True, kw_only=True):
    """What the citizen's screens need."""

    zone: str
    title: str
    demo_notice: str | None = None
    language: Language
    languages: tuple[Language, ...]
    doors: tuple[Door, ...]
    card: Card
    numbers: tuple[NumberShown, ...]
    ways: tuple[Link, ...]
    exit_url: str
    rights: tuple[str, ...] = ()
    forms: tuple[FormPage, ...] = ()
    sensitive_topics: tuple[Slug, ...] = ()


class TeamShown(Word, frozen=True, kw_only=True):
    """A team as the console lists it."""

    id: Slug
    name: Name
    kind: Literal["police", "prevention"]
    open: bool


class Label(Word, frozen=True, kw_only=True):
    """Something with an id that people know by a name."""

    id: Slug
    label: str


class CannedAnswer(Word, frozen=True, kw_only=True):
    """A text an agent may send as it is or change first, in each language of the desk."""

    id: Slug
    label: str
    texts: dict[Language, str]


class ConsoleData(Word, frozen=True, kw_only=True):
    """What the console needs. `recorded_topics`: those about which calls may be recorded; none where nothing can be.
    `call_seats`: how many a call can take."""

    zone: str
    demo_notice: str | None = None
    language: Language
    languages: tuple[Language, ...]
    teams: tuple[TeamShown, ...]
    topics: tuple[Label, ...]
    recorded_topics: tuple[Slug, ...] = ()
    call_seats: Annotated[int, Meta(ge=2)] = 4
    neighbourhoods: tuple[Label, ...]
    outcomes: tuple[Label, ...]
    canned: tuple[CannedAnswer, ...]
    forms: tuple[FormPage, ...]
    numbers: tuple[NumberShown, ...]


class SignIn(Word, frozen=True, kw_only=True):
    """`POST /api/sign-in`: who signs in to the console."""

    login: Annotated[str, Meta(min_length=1, max_length=80)]
    password: Annotated[str, Meta(min_length=1, max_length=200)]


class SignedIn(Word, frozen=True, kw_only=True):
    """`GET /api/me`, and the answer to a sign-in: who is signed in."""

    agent: str
    name: Name
    role: ShortText
    supervisor: bool
