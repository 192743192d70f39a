"""Where a conversation stands for the bot. It follows from the shared log alone: read again from the start, the same
log leads to the same state, on whichever worker.
"""

from datetime import datetime

import msgspec

from bots.triage.gate import Action as GateAction
from server.protocol.words import Choice, FieldValue, Language, Number, Urgency


class Interview(msgspec.Struct, frozen=True):
    """The first questions of a form: those still to be asked, the first of which has been.

    `fields`: what was answered, in the order of the answers. `proposed`: what was understood and is to be confirmed
    before anything else is asked; `doubted`: the citizen said that some of it is wrong; `typed`: what they wrote where
    a street was guessed. `repeated`: the question was asked a second time; `unread`: how many in a row were left open
    because nothing could be read. `paused`: the citizen wanted to stop.
    """

    form: str
    questions: tuple[str, ...]
    fields: dict[str, FieldValue] = {}
    proposed: dict[str, FieldValue] = {}
    doubted: bool = False
    typed: str | None = None
    repeated: bool = False
    unread: int = 0
    paused: bool = False


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
    the citizen said is not now; `asked_about`: those asked about and not answered yet; `raised`: the card of danger now
    was shown. `told`: the last messages in words outside a form. `answered`: the topic that was answered last, and the
    language. `over`: nothing more is for the bot to say.
    """

    language: Language
    language_chosen: bool = False
    topic: str | None = None
    answered: tuple[str, Language] | None = None
    urgency: Urgency = "routine"
    neighbourhood: str | None = None
    unsure: int = 0
    offered: tuple[Choice, ...] = ()
    parked: Parked | None = None
    not_now: frozenset[str] = frozenset()
    asked_about: frozenset[str] = frozenset()
    raised: bool = False
    told: tuple[Said, ...] = ()
    interview: Interview | None = None
    reproved: bool = False
    over: bool = False

    @property
    def asking(self) -> Interview | None:
        """The interview that goes on, unless it is paused."""
        return self.interview if self.interview is not None and not self.interview.paused else None
