"""Classifying one line after the other, for whoever measures the bot from outside: JSON in, JSON out."""

import msgspec

from bots.triage.emergency import Tier
from bots.triage.gate import Action
from bots.triage.pipeline import Triage
from server.protocol.words import LANGUAGES, Language

DEFAULT: Language = "nl"


class Line(msgspec.Struct, frozen=True):
    """What is asked: a message, and the language of the citizen's screen; `DEFAULT` where the desk has no screen in it.
    Other fields are ignored.
    """

    text: str
    ui_lang: str = DEFAULT

    @property
    def screen(self) -> Language:
        """The language of the screen."""
        return next((language for language in LANGUAGES if language == self.ui_lang), DEFAULT)


class Verdict(msgspec.Struct, frozen=True):
    """What the bot makes of it: `ranked` holds up to three topics, best first; `lang` is an ISO 639-1 code."""

    tier: Tier
    ranked: tuple[str, ...]
    action: Action
    lang: str


class Mistake(msgspec.Struct, frozen=True):
    """Why a line was not classified."""

    error: str


class Classifier:
    """Reads lines. Each stands alone."""

    def __init__(self, triage: Triage, served: frozenset[str]) -> None:
        """`served`: the topics to choose from."""
        self._triage = triage
        self._served = served
        self._decoder = msgspec.json.Decoder(Line)

    def classify(self, line: bytes) -> Verdict | Mistake:
        """The verdict on a line; `malformed` where it is no JSON object, `invalid` where a field is missing or of a
        wrong type.
        """
        try:
            asked = self._decoder.decode(line)
        except msgspec.ValidationError:
            return Mistake("invalid")
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return Mistake("malformed")
        finding = self._triage.read(asked.text, asked.screen, self._served)
        return Verdict(
            tier=finding.tier,
            ranked=tuple(scored.topic for scored in finding.ranked),
            # In danger it is not for the bot to answer, nor in a language that it does not speak.
            action="handover" if finding.tier == 1 or finding.spoken.foreign else finding.action,
            lang=finding.spoken.code,
        )
