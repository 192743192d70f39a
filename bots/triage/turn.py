"""One step of a dialogue: where it leads, and what to do on the way."""

from typing import NamedTuple

from msgspec.structs import replace

from bots.triage.actions import Action, Say
from bots.triage.state import State
from server.protocol.words import Choice, Need


class Turn(NamedTuple):
    """The state after a step, and what to do, in order."""

    state: State
    actions: tuple[Action, ...]


def turn(state: State, *actions: Action) -> Turn:
    """A turn whose state remembers what was offered last."""
    offered: tuple[Choice, ...] = ()
    for action in actions:
        if isinstance(action, Say):
            offered = action.choices
    return Turn(replace(state, offered=offered), actions)


def need_of(state: State) -> Need:
    """What the conversation asks for, as far as the bot knows."""
    return Need(
        topic=state.topic, languages=(state.language,), neighbourhood=state.neighbourhood, urgency=state.urgency
    )
