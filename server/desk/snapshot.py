"""A snapshot: what the queue, the agents and their conversations are at one moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from server.domain import routing
from server.domain.actor import Waiting
from server.protocol.words import CallInvitation, Colleague
from server.store.conversations import Conversation
from server.zone.zone import Zone


@dataclass(frozen=True)
class Snapshot:
    """All that the board shows, read in one transaction."""

    at: datetime
    zone: Zone
    waiting: list[Conversation]
    active: list[Conversation]
    colleagues: list[Colleague]
    names: dict[str, str]
    recent: list[timedelta]
    invited: dict[str, list[CallInvitation]]
    """The calls that each agent is asked into."""

    @cached_property
    def queue(self) -> list[Waiting]:
        return routing.ordered(as_waiting(each, self.zone, self.at) for each in self.waiting)

    @cached_property
    def places(self) -> dict[str, int]:
        """Each waiting conversation's place in the queue, from 1."""
        return {each.conversation: place for place, each in enumerate(self.queue, start=1)}

    @cached_property
    def staffing(self) -> int:
        """How many agents accept conversations now."""
        return sum(each.accepting for each in self.colleagues)


def as_waiting(conversation: Conversation, zone: Zone, now: datetime) -> Waiting:
    """A waiting conversation as routing sees it."""
    topic = zone.topic(conversation.topic) if conversation.topic else None
    since = conversation.queued_at or conversation.opened_at
    return Waiting(
        conversation=conversation.id,
        team=conversation.team,
        languages=conversation.languages,
        urgency=conversation.urgency,
        waited=max(0.0, (now - since).total_seconds()),
        offered_to=conversation.offered_to,
        offered_for=max(0.0, (now - conversation.offered_at).total_seconds()) if conversation.offered_at else 0.0,
        skills=frozenset(topic.skills) if topic else frozenset(),
    )
