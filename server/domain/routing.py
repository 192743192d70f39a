"""Who is helped next, and by whom: the order of the queue, what suits an agent, and how long it may take."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from server.domain.actor import Offer, Waiting
from server.protocol.words import Urgency

RANK: dict[Urgency, int] = {"emergency": 0, "priority": 1, "routine": 2}

_MINUTES_EACH = 8.0
"""Minutes a conversation takes an agent on average, until the desk has figures of its own."""


def ordered(waiting: Iterable[Waiting]) -> list[Waiting]:
    """The queue: the most urgent first, within one urgency who waited longest."""
    return sorted(waiting, key=lambda each: (RANK[each.urgency], -each.waited, each.conversation))


def next_for(agent: str, offer: Offer, waiting: Iterable[Waiting]) -> Waiting | None:
    """The conversation an agent should take next, None where nothing waits that the agent may take.

    Urgency decides before anything else; then what was handed to this agent by name, what waits for the agent's own
    teams, what asks for no skill that the agent lacks, what is in a language the agent speaks, and last who waited
    longest. What was handed to somebody else by
    name is left to them for two minutes.
    """
    open_to_me = [each for each in waiting if each.offered_to in (None, agent) or each.offered_for > 120]
    if not open_to_me:
        return None
    return min(
        open_to_me,
        key=lambda each: (
            RANK[each.urgency],
            each.offered_to != agent,
            each.team not in offer.teams,
            not each.skills <= offer.skills,
            bool(each.languages) and offer.languages.isdisjoint(each.languages),
            -each.waited,
            each.conversation,
        ),
    )


def has_room(load: int, urgency: Urgency, *, usual: int, most: int, occupied: bool) -> bool:
    """Whether an agent with `load` conversations may take one more of this urgency.

    Routine ones up to the `usual` number, and none while `occupied` (a call, or a conversation that has the agent to
    itself). What is urgent may always be taken up to `most`: nobody in need waits for a free agent who sits there.
    """
    return load < usual and not occupied if urgency == "routine" else load < most


def place(conversation: str, waiting: Iterable[Waiting]) -> int | None:
    """The place in the queue, from 1; None where it does not wait."""
    for number, each in enumerate(ordered(waiting), start=1):
        if each.conversation == conversation:
            return number
    return None


def estimate(position: int, agents: int, recent: Sequence[timedelta] = ()) -> tuple[int, int] | None:
    """How many minutes until it is somebody's turn, as a range from optimistic to careful; None when nobody works.

    `agents` is how many accept conversations now, `recent` how long recent ones took. A range, because a single
    number would be believed.
    """
    if agents <= 0:
        return None
    each = sum(taken.total_seconds() for taken in recent) / len(recent) / 60 if recent else _MINUTES_EACH
    middle = position * max(each, 1.0) / agents
    low = max(1, int(middle * 0.5))
    return low, max(low + 1, int(middle * 1.25 + 0.999))
