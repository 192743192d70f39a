"""A zone: everything one desk knows about the place it serves. Immutable; a change in the folder makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from server.domain.duty import Calendar, is_open, opens_at
from server.domain.form import Form
from server.domain.neighbourhood import Cluster, Map, Neighbourhood, StreetRange, StreetTable
from server.protocol.words import Language
from server.zone.after_filing import AfterFiling
from server.zone.answer import Answer
from server.zone.contact import Number
from server.zone.follow_up import Asks, FollowUp, pick
from server.zone.profile import Profile
from server.zone.team import DemoAgent, Team
from server.zone.topic import OWN_TEAM, Door, Topic
from server.zone.wording import CannedText, EmergencyCard, Holiday, Outcome, Rights, TransferReason


@dataclass(frozen=True, kw_only=True)
class Zone:
    """The data of one folder, checked. Look-ups by id give None where there is no such thing.

    The first of `teams` is the central one: it takes what nobody else takes. `version` is a hash of the folder's
    content.
    """

    version: str
    profile: Profile
    numbers: tuple[Number, ...]
    teams: tuple[Team, ...]
    map: Map
    streets: tuple[StreetRange, ...]
    holidays: tuple[Holiday, ...]
    doors: tuple[Door, ...]
    topics: tuple[Topic, ...]
    answers: tuple[Answer, ...]
    follow_ups: tuple[FollowUp, ...]
    forms: tuple[Form, ...]
    emergency: EmergencyCard
    rights: Rights
    after_filing: AfterFiling
    outcomes: tuple[Outcome, ...]
    transfer_reasons: tuple[TransferReason, ...]
    canned: tuple[CannedText, ...]
    demo_agents: tuple[DemoAgent, ...] = field(default=())

    @property
    def central_team(self) -> Team:
        """The team that takes what nobody else takes."""
        return self.teams[0]

    @property
    def neighbourhoods(self) -> tuple[Neighbourhood, ...]:
        """All neighbourhoods of the zone."""
        return self.map.neighbourhoods

    def number(self, id: str) -> Number | None:
        """The number, address or app of that id."""
        return self._numbers.get(id)

    def team(self, id: str) -> Team | None:
        """The team of that id."""
        return self._teams.get(id)

    def topic(self, id: str) -> Topic | None:
        """The topic of that id."""
        return self._topics.get(id)

    def form(self, id: str) -> Form | None:
        """The form of that id, in its present version."""
        return self._forms.get(id)

    def answer(self, topic: str, language: Language) -> Answer | None:
        """What to say about a topic in that language."""
        return self._answers.get((topic, language))

    def follow_up(self, topic: str, asks: Asks) -> FollowUp | None:
        """What to say to a follow-up question about a topic."""
        return pick(self.follow_ups, topic, asks)

    def neighbourhood(self, id: str) -> Neighbourhood | None:
        """The neighbourhood of that id."""
        return self._neighbourhoods.get(id)

    def neighbourhood_of(
        self, street: str, house_number: str | int | None = None, postcode: str | None = None
    ) -> Neighbourhood | None:
        """The neighbourhood of an address, or None where what is given fits none or several."""
        found = self.street_table.neighbourhood(street, house_number, postcode)
        return self._neighbourhoods.get(found) if found else None

    def team_of(self, neighbourhood: str) -> Team:
        """The team that serves a neighbourhood."""
        place = self._neighbourhoods.get(neighbourhood)
        cluster = self._clusters.get(place.cluster) if place else None
        return self._teams[cluster.team] if cluster else self.central_team

    def team_for(self, topic: str | None, neighbourhood: str | None) -> Team:
        """The team whose queue a conversation belongs in. What is not known yet, or to nobody, is for the central
        team.
        """
        found = self._topics.get(topic) if topic else None
        if found is None:
            return self.central_team
        if found.team == OWN_TEAM:
            return self.team_of(neighbourhood) if neighbourhood else self.central_team
        return self._teams[found.team]

    def open_team(self, team: str, now: datetime) -> str:
        """Who takes over from that team at `now`: itself while it is open, else the first open one along
        `overflow_to`; the last of them, or the central team, where none is.
        """
        seen: set[str] = set()
        while not self.is_open(team, now) and team not in seen:
            seen.add(team)
            found = self._teams.get(team)
            team = (found.overflow_to if found else None) or self.central_team.id
        return team

    def is_open(self, team: str, now: datetime) -> bool:
        """Whether that team is there at `now` (aware). A team nobody knows is not."""
        found = self._teams.get(team)
        return found is not None and is_open(found.hours, self.calendar, now)

    def opens_at(self, team: str, now: datetime) -> datetime | None:
        """When that team is there next: `now` itself while it is, None when that is months away."""
        found = self._teams.get(team)
        return opens_at(found.hours, self.calendar, now) if found else None

    @cached_property
    def calendar(self) -> Calendar:
        """The time zone and the holidays that hours are read in."""
        return Calendar(ZoneInfo(self.profile.time_zone), frozenset(day.date for day in self.holidays))

    @cached_property
    def street_table(self) -> StreetTable:
        """The streets, to be found by the way people write them."""
        return StreetTable(self.streets, self.profile.short_forms)

    @cached_property
    def _numbers(self) -> Mapping[str, Number]:
        return {number.id: number for number in self.numbers}

    @cached_property
    def _teams(self) -> Mapping[str, Team]:
        return {team.id: team for team in self.teams}

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _forms(self) -> Mapping[str, Form]:
        return {form.id: form for form in self.forms}

    @cached_property
    def _answers(self) -> Mapping[tuple[str, Language], Answer]:
        return {(answer.topic, answer.language): answer for answer in self.answers}

    @cached_property
    def _neighbourhoods(self) -> Mapping[str, Neighbourhood]:
        return {place.id: place for place in self.neighbourhoods}

    @cached_property
    def _clusters(self) -> Mapping[str, Cluster]:
        return {cluster.id: cluster for cluster in self.map.clusters}
