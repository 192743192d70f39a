"""A citizen and the bot, in memory, for tests of what the bot does."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from bots.triage.actions import Action, Say
from bots.triage.dialogue import Dialogue
from bots.triage.state import Said, State
from bots.triage.turn import Turn
from server.protocol.words import FieldValue, Language

A = TypeVar("A", bound=Action)

NOW = datetime.fromisoformat("2026-03-12T14:30")


class Talk:
    """A citizen and the bot, in memory."""

    def __init__(self, dialogue: Dialogue, language: Language = "nl") -> None:
        self._dialogue = dialogue
        self._number = 1
        self.turn: Turn = dialogue.open(language)

    def say(self, text: str, choice: str | None = None) -> "Talk":
        self._number += 1
        self.turn = self._dialogue.hear(self.turn.state, Said(self._number, NOW, text, choice))
        return self

    def choose(self, value: str) -> "Talk":
        """Press a button that the bot offered."""
        (label,) = [choice.label for choice in self.state.offered if choice.value == value]
        return self.say(label, value)

    def wait(self, text: str, choice: str | None = None) -> "Talk":
        """Say something while a person is waited for."""
        self._number += 1
        self.turn = self._dialogue.watch(self.turn.state, Said(self._number, NOW, text, choice))
        return self

    def switch(self, language: Language) -> "Talk":
        """Go on in another language."""
        self.turn = self._dialogue.switch(self.turn.state, language)
        return self

    def amend(self, **fields: FieldValue) -> "Talk":
        """Write in the report itself."""
        self.turn = self._dialogue.amend(self.turn.state, fields)
        return self

    @property
    def state(self) -> State:
        return self.turn.state

    def all(self, kind: type[A]) -> list[A]:
        return [action for action in self.turn.actions if isinstance(action, kind)]

    def the(self, kind: type[A]) -> A:
        (action,) = self.all(kind)
        return action

    @property
    def words(self) -> str:
        return "\n".join(said.text for said in self.all(Say))

    @property
    def offered(self) -> Sequence[str]:
        return [choice.value for choice in self.state.offered]
