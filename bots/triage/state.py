"""Where a conversation stands for the bot. It follows from the shared log alone: read again from the start, the same
log leads to the same state, on whichever worker.
"""

from datetime import datetime

import msgspec

from bots.triage.gate import Action as GateAction
from bots.triage.questions import FOR_A_PERSON
from server.protocol.words import Choice, FieldValue, Language, Number, Urgency


class Interview(msgspec.Struct, frozen=True):
    """The first questions of a form: those still to be asked, the first of which has been.

    `fields`: what was answered. `repeated`: the question was asked a second time.
    """

    form: str
    questions: tuple[str, ...]
    fields: dict[str, FieldValue] = {}
    repeated: bool = False

    @property
    def for_a_person(self) -> bool:
        """Whether an answer so far means that no bot should ask on."""
        return any(self.fields.get(id) == value for id, value in FOR_A_PERSON.items())


class Parked(msgspec.Struct, frozen=True):
    """A message whose topic waits until the citizen has said whether there is danger now."""

    topics: tuple[str, ...]
    action: GateAction


class Said(msgspec.Struct, frozen=True):
    """A citizen's message. `at` is local time in the zone."""

    number: Number
    at: datetime
    text: str
    choice: str | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be remembered from one message to the next.

    `language_chosen`: the citizen picked the language; the bot no longer follows what is written. `unsure`: how many
    times in a row the bot did not understand. `offered`: the choices of the last message. `not_now`: rules whose danger
    the citizen said is not now; `asked_about`: those just asked about. `told`: what was last said in words outside a
    form. `over`: nothing more is for the bot to say.
    """

    language: Language
    language_chosen: bool = False
    topic: str | None = None
    urgency: Urgency = "routine"
    neighbourhood: str | None = None
    unsure: int = 0
    offered: tuple[Choice, ...] = ()
    parked: Parked | None = None
    not_now: frozenset[str] = frozenset()
    asked_about: frozenset[str] = frozenset()
    told: Said | None = None
    interview: Interview | None = None
    reproved: bool = False
    over: bool = False
