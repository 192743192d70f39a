"""`teams.yaml` and `demo-agents.yaml`: who answers, when, and about what."""

from typing import Annotated, Literal

from msgspec import Meta

from server.domain.data import Datum, Id, Texts
from server.domain.duty import Opening
from server.protocol.words import LanguageTag, Name

Branch = Literal["police", "prevention"]
"""Prevention workers serve the same neighbourhoods, and have no power to coerce."""

Tongue = Annotated[LanguageTag, Meta(extra={"wanted": "zone-wanted-language"})]
"""A language somebody speaks: many more than the desk is written in."""


class Team(Datum, frozen=True, kw_only=True):
    """People who share a queue. `topics`: what they take. `overflow_to`: who takes over when they are closed or do
    not get to it.
    """

    id: Id
    kind: Branch
    name: Texts
    about: Texts
    hours: Opening
    topics: Literal["all"] | tuple[Id, ...]
    languages: Annotated[tuple[Tongue, ...], Meta(min_length=1)]
    overflow_to: Id | None = None

    def takes(self, topic: str) -> bool:
        """Whether the topic is theirs to take."""
        return self.topics == "all" or topic in self.topics


class DemoAgent(Datum, frozen=True, kw_only=True):
    """Somebody to try the desk with. Passwords are made at the first run, never written down here."""

    login: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9.-]{1,39}$", extra={"wanted": "zone-wanted-login"})]
    first_name: Name
    kind: Branch
    role: Texts
    teams: Annotated[tuple[Id, ...], Meta(min_length=1)]
    languages: Annotated[tuple[Tongue, ...], Meta(min_length=1)]
    skills: tuple[Id, ...] = ()
    supervisor: bool = False
