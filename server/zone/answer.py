"""`answers/<topic>.<language>.md`: what the desk says about a topic. The only words the bot may answer with."""

import re
from datetime import date
from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum, Id
from server.protocol.words import Language
from server.zone.profile import WebAddress

_STEP = re.compile(r"^\d+\. (.+)$", re.MULTILINE)


class AnswerLink(Datum, frozen=True, kw_only=True):
    """A page to read on."""

    label: Annotated[str, Meta(min_length=1, max_length=120)]
    url: WebAddress


class Heading(Datum, frozen=True, kw_only=True):
    """The front matter of an answer. `owner`: who keeps it true. `numbers`: ids from `numbers.yaml`, offered as
    links.
    """

    checked_on: date
    owner: Annotated[str, Meta(min_length=1)]
    numbers: tuple[Id, ...] = ()
    links: tuple[AnswerLink, ...] = ()
    text: Annotated[str, Meta(min_length=1)]


class Answer(Datum, frozen=True, kw_only=True):
    """A curated answer. `text` is plain text: paragraphs, and lists of `1.` or `-`; every `{number}` is filled in.

    `version` changes with every change of what is said, so that a log can name exactly what somebody was told.
    """

    topic: Id
    language: Language
    version: str
    text: str
    checked_on: date
    owner: str
    numbers: tuple[Id, ...]
    links: tuple[AnswerLink, ...]

    @property
    def file(self) -> str:
        """Where it is written, relative to the zone's folder."""
        return f"answers/{self.topic}.{self.language}.md"

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do, one by one, where the answer has numbered steps."""
        return tuple(_STEP.findall(self.text))
