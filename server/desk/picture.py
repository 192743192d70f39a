"""The picture: the queue as those who watch it see it. Each conversation is written once, for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from server.desk.snapshot import Snapshot
from server.domain.actor import Agent
from server.domain.permission import may
from server.protocol.signals import QueueStands
from server.protocol.words import Overview, Word
from server.store.conversations import Conversation

SHOWN = 300
"""Conversations in one list: nobody looks through more, and a connection that gets ever longer ones is lost."""


@dataclass(frozen=True, slots=True)
class _View:
    """What agents of the same teams see alike."""

    waiting: list[Conversation]
    team: list[Conversation]


class Picture:
    """A snapshot, for one agent after another."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        by_id = {each.id: each for each in snapshot.waiting}
        self._waiting = [by_id[each.conversation] for each in snapshot.queue]
        self._written: dict[str, Any] = {}
        self._views: dict[tuple[frozenset[str], bool], _View] = {}
        self._colleagues = tuple(map(_json, snapshot.colleagues))
        self._own: dict[str, list[Conversation]] = {}
        for each in snapshot.active:
            self._own.setdefault(each.agent or "", []).append(each)
        self._named = {each.offered_to for each in snapshot.waiting}

    def seen_by(self, actor: Agent) -> QueueStands:
        """The queue as this agent may see it."""
        view, own = self._view(actor), self._own.get(actor.id, [])
        waiting = _seen(actor, self._waiting) if actor.id in self._named else view.waiting
        team = [each for each in view.team if each.agent != actor.id] if own else view.team
        return QueueStands(
            waiting=self._write(waiting[:SHOWN]),
            waiting_count=len(waiting),
            mine=self._write(own),
            team=self._write(team[:SHOWN]),
            team_count=len(team),
            colleagues=self._colleagues,
            at=self._snapshot.at,
            invited=tuple(self._snapshot.invited.get(actor.id, ())),
        )

    def _view(self, actor: Agent) -> _View:
        alike = actor.teams, actor.supervisor
        view = self._views.get(alike)
        if view is None:
            # What one sees by name, because one has it or it was handed to one, is looked at for each.
            anybody = replace(actor, id="")
            view = _View(_seen(anybody, self._waiting), _seen(anybody, self._snapshot.active))
            self._views[alike] = view
        return view

    def _write(self, conversations: Sequence[Conversation]) -> Any:
        return tuple(self._written.get(each.id) or self._write_one(each) for each in conversations)

    def _write_one(self, conversation: Conversation) -> Any:
        written = _json(
            Overview(
                conversation=conversation.id,
                phase=conversation.phase,
                need=conversation.need,
                team=conversation.team,
                opened_at=conversation.opened_at,
                queued_at=conversation.queued_at,
                agent=conversation.agent,
                agent_name=self._snapshot.names.get(conversation.agent) if conversation.agent else None,
            )
        )
        self._written[conversation.id] = written
        return written


def same(one: QueueStands, other: QueueStands | None) -> bool:
    """Whether two agree but for the moment at which they were seen."""
    return other is not None and msgspec.structs.replace(one, at=other.at) == other


def _seen(actor: Agent, conversations: Sequence[Conversation]) -> list[Conversation]:
    return [each for each in conversations if may(actor, "read_shared", each.facts())]


def _json(word: Word) -> Any:
    # It stands where a word of that kind belongs, and is encoded as it is.
    return msgspec.Raw(msgspec.json.encode(word))
