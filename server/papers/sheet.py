"""What is set on paper: blocks in reading order. How each looks is the template's business, `templates/sheet.typ`.

All texts are plain. Nothing in them is ever read as markup, so they may hold whatever somebody typed.
"""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

import msgspec
from msgspec import Meta

from server.protocol.wire import clean
from server.protocol.words import Kind, Language

UNDETERMINED = "und"
"""The language tag of a text in a language nobody stated (BCP 47)."""


class Passage(msgspec.Struct, frozen=True):
    """A text that somebody wrote, with its language and the direction it is read in. Line breaks are kept."""

    text: str
    language: str
    direction: Literal["ltr", "rtl"] = "ltr"

    @classmethod
    def written(cls, text: str, language: Language) -> Self:
        """A text by somebody who was spoken to in `language`.

        The first strong character decides the direction, as `dir="auto"` does in a browser. None of the desk's
        languages runs from right to left, so a text that does is in another one.
        """
        strong = next((kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}), "L")
        return cls(text, language) if strong == "L" else cls(text, UNDETERMINED, "rtl")


class Block(msgspec.Struct, frozen=True, tag_field="block"):
    """Base of all that a sheet consists of."""


class Heading(Block, frozen=True, tag="heading"):
    """The heading of what follows, one level below the title."""

    text: str


class Paragraph(Block, frozen=True, tag="paragraph"):
    """Running text; `quiet` for what is good to have, but not read first."""

    text: str
    quiet: bool = False


class Notice(Block, frozen=True, tag="notice"):
    """What must not be overlooked."""

    text: str


class Bullets(Block, frozen=True, tag="bullets"):
    """Several things; `numbered` where their order matters or people refer to them."""

    items: Annotated[tuple[str, ...], Meta(min_length=1)]
    numbered: bool = False


class Fact(msgspec.Struct, frozen=True):
    """A short label and what it stands for. `exact`: to be copied character by character, so set in a fixed width."""

    label: str
    value: Passage
    exact: bool = False


class Facts(Block, frozen=True, tag="facts"):
    """What identifies the paper, at a glance."""

    facts: Annotated[tuple[Fact, ...], Meta(min_length=1)]


class Answers(Block, frozen=True, tag="answers"):
    """Questions and answers: a table of two columns, whose headings are repeated on each page."""

    question: str
    answer: str
    rows: Annotated[tuple[Fact, ...], Meta(min_length=1)]


class Line(msgspec.Struct, frozen=True):
    """One line of a conversation.

    `hour` is the time on the clock in the zone, `moment` the same instant as ISO 8601 with its offset. Without `who`
    the line tells what happened; with `who`, what that person or the bot said. `notes` are what was offered with it.
    """

    hour: str
    moment: str
    passage: Passage
    who: str | None = None
    kind: Kind = "desk"
    notes: tuple[str, ...] = ()


class Talk(Block, frozen=True, tag="talk"):
    """A stretch of a conversation."""

    lines: Annotated[tuple[Line, ...], Meta(min_length=1)]


class Picture(Block, frozen=True, tag="picture"):
    """A picture that a sheet has by this name; `alt` is what it shows, for who cannot see it."""

    name: str
    alt: str


AnyBlock = Heading | Paragraph | Notice | Bullets | Facts | Answers | Talk | Picture


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, ready to be set.

    `sender` is whose paper it is, `demo` the mark of a zone that is not a real one. `running` identifies it on every
    page; `page` numbers the pages: the typesetter puts the numbers for `{page}` and `{pages}`. `pictures`: JPEGs by the
    names that blocks call them.
    """

    language: Language
    title: str
    subtitle: str
    sender: str
    demo: str | None
    running: str
    page: str
    blocks: tuple[AnyBlock, ...]
    pictures: Mapping[str, bytes] = {}

    def data(self) -> dict[str, Any]:
        """The sheet as plain values, for a template. Its texts are free of whatever neither PDF/UA nor HTML may hold:
        control characters, overrides of direction, halves of characters.
        """
        bare = msgspec.structs.replace(self, pictures={})
        printable: dict[str, Any] = _printable(msgspec.to_builtins(bare))
        return printable


def _printable(value: Any) -> Any:
    match value:
        case str():
            # A byte order mark is no control character to Unicode, but is forbidden in PDF/UA all the same.
            return clean(value).replace("\ufeff", "")
        case dict():
            return {key: _printable(item) for key, item in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
        case _:
            return value
