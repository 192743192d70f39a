"""Reading answers: a reply to one question, and what a text tells of others in passing."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, cast

from rapidfuzz import fuzz, process

from bots.triage.day_names import Lies, named
from bots.triage.lexicon import Lexicon
from bots.triage.moments import MomentReader
from bots.triage.normalise import Normaliser, fold
from bots.triage.questions import DAYS, FREE, Question, Questionnaire
from bots.triage.replies import Replies
from bots.triage.streets import Found, Streets
from server.protocol.words import LANGUAGES, FieldValue, Language

_CLOSE_ENOUGH = 85
"""How alike a reply and the label of an option must be, in rapidfuzz's percent."""

STORY_WORDS = 10
"""Fewer words are no story."""

_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(rf"(?<![\d.,])({_NUMBER})(?![\d.,]*\d)", re.ASCII)
_EUROS = re.compile(rf"(?:€|eur\b|euros?\b)\s*({_NUMBER})|({_NUMBER})\s*(?:€|eur\b|euros?\b)", re.ASCII)

_IS = re.compile(r"^\W*(?:is|was|est|était|ist|war)\b", re.IGNORECASE)

Values = dict[str, FieldValue]


class Reply(NamedTuple):
    """What a reply comes to: values by question, and whether the one that was asked for is sure or to be confirmed."""

    values: Values
    sure: bool


class AnswerReader:
    """Reads answers to the questions of one form."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        normaliser: Normaliser,
        moments: MomentReader,
        replies: Replies,
        streets: Streets,
    ) -> None:
        self._questionnaire = questionnaire
        self._questions = questionnaire.questions
        self._normaliser = normaliser
        self._moments = moments
        self._replies = replies
        self._streets = streets
        self._heard = {
            language: Lexicon({language: _patterns(self._questions.values(), language)}, normaliser)
            for language in LANGUAGES
        }

    def reply(self, id: str, text: str, now: datetime, language: Language) -> Reply | None:
        """What a reply to a question says to it; None where it says nothing to it. `now` is local time, naive."""
        question = self._questions[id]
        if question.kind in FREE and self._replies.read(text) in ("yes", "no"):
            # "Yes" is no street: it answers something else, or nothing.
            return None
        match question.kind:
            case "moment" | "date":
                return self._day(question, text, now, language)
            case "street":
                found = self._streets.find(text)
                return Reply(_place(question, found), sure=found.exact) if found else _as_written(question, text)
            case "yes_no":
                value: FieldValue = self._yes_or_no(question, text, language)
            case "choice":
                value = self._option(question, text, language)
            case "amount":
                value = _euros(_AMOUNT.search(text))
            case _:
                return _as_written(question, text)
        return None if value is None else Reply({id: value}, sure=True)

    def passing(
        self, text: str, among: Collection[str], now: datetime, language: Language, *, story: bool = False
    ) -> Values:
        """What a text tells of these questions without being asked. `story`: it was told before any question."""
        found: Values = {}
        questions = [question for question in self._questions.values() if question.id in among]
        found |= self._days(questions, text, now, language)
        concepts = self._concepts(text, language)
        for question in questions:
            match question.kind:
                case "street" if place := self._streets.find(text):
                    found |= _place(question, place)
                case "choice" | "yes_no":
                    if (value := _meant(question, concepts)) is not None:
                        found[question.id] = value
                case "amount" if (euros := _euros(_EUROS.search(fold(text)))) is not None:
                    found[question.id] = euros
                case "text" if (known := self._known(question, text, language)) is not None:
                    found.setdefault(question.id, known)
                case "long_text" if question.story and story and len(text.split()) >= STORY_WORDS:
                    found[question.id] = text.strip()
        return found

    def names(self, id: str, text: str, language: Language) -> bool:
        """Whether a text calls a question by its label: `the colour is red`."""
        label = self._normaliser.words(self._questions[id].label[language])
        return named(self._normaliser.words(text), frozenset({label}))

    def after_label(self, id: str, text: str, now: datetime, language: Language) -> Values:
        """What stands behind the label of a question, as the answer to it."""
        label = re.escape(self._questions[id].label[language]).replace("’", "['’]")
        rest = re.split(label, text, maxsplit=1, flags=re.IGNORECASE)[-1]
        rest = _IS.sub("", rest).strip(" .:")
        reply = self.reply(id, rest, now, language) if rest else None
        return reply.values if reply else {}

    def _day(self, question: Question, text: str, now: datetime, language: Language) -> Reply | None:
        lies = cast("Lies", question.lies)
        if lies == "future" and (period := self._moments.period(text, now, language, lies)):
            asked = [each.id for each in self._questions.values() if each.kind in DAYS]
            first = asked.index(question.id)
            return Reply(dict(zip(asked[first:], period, strict=False)), sure=False)
        moment = self._moments.read(text, now, language, lies)
        if moment is None:
            return None
        value = moment if question.kind == "moment" else moment[:10]
        return Reply({question.id: value}, sure=self._moments.is_exact(text))

    def _days(self, questions: Iterable[Question], text: str, now: datetime, language: Language) -> Values:
        """A period fills the first two days asked for, a moment the first."""
        days = [question for question in questions if question.kind in DAYS]
        if not days:
            return {}
        lies = cast("Lies", days[0].lies)
        if lies == "future" and (period := self._moments.period(text, now, language, lies)):
            return dict(zip((day.id for day in days), period, strict=False))
        # "Tot 5 januari" is the last day, not the first.
        last = len(days) > 1 and self._moments.is_until(text, language)
        reply = self._day(days[-1 if last else 0], text, now, language)
        return reply.values if reply else {}

    def _yes_or_no(self, question: Question, text: str, language: Language) -> bool | None:
        for reply in ("yes", "no"):
            if self._replies.read(text) == reply or self._replies.begins_with(text, reply):
                return reply == "yes"
        meant = _meant(question, self._concepts(text, language))
        return meant if isinstance(meant, bool) else None

    def _option(self, question: Question, text: str, language: Language) -> str | None:
        labels = {id: fold(label[language]) for id, label in question.options.items()}
        found = process.extractOne(fold(text), labels, scorer=fuzz.token_set_ratio, score_cutoff=_CLOSE_ENOUGH)
        if found:
            return str(found[2])
        meant = _meant(question, self._concepts(text, language))
        return str(meant) if meant is not None else None

    def _concepts(self, text: str, language: Language) -> frozenset[str]:
        return self._heard[language].concepts(self._normaliser.words(text))

    def _known(self, question: Question, text: str, language: Language) -> str | None:
        if not question.known:
            return None
        words = self._normaliser.words(text)
        known = (each.strip() for each in question.known[language].split(","))
        return next((each for each in known if named(words, frozenset({self._normaliser.words(each)}))), None)


def _patterns(questions: Iterable[Question], language: Language) -> dict[str, str]:
    patterns = {}
    for question in questions:
        for value, words in question.heard.items():
            label = question.options.get(str(value))
            # A comma in a label parts no words: `Car, van or lorry` is heard as a whole.
            whole = label[language].replace(",", " ") if label else ""
            written = f"{whole}, {words[language]}" if whole else words[language]
            patterns[_concept(question.id, value)] = written
    return patterns


def _meant(question: Question, concepts: frozenset[str]) -> FieldValue:
    """The one answer whose words stand in a text. Who says no says it with the words for yes: `not locked`."""
    meant = [value for value in question.heard if _concept(question.id, value) in concepts]
    if question.kind == "yes_no" and False in meant:
        return False
    return meant[0] if len(meant) == 1 else None


def _concept(id: str, value: str | bool) -> str:
    return f"{id}={value}"


def _place(question: Question, found: Found) -> Values:
    said: Mapping[str, str | None] = {"number": found.number, "municipality": found.municipality}
    place: Values = {question.id: found.street}
    place.update({id: value for key, id in question.beside.items() if (value := said[key])})
    return place


def _as_written(question: Question, text: str) -> Reply | None:
    return Reply({question.id: text.strip()}, sure=True) if re.search(r"\w", text) else None


def _euros(found: re.Match[str] | None) -> float | None:
    if found is None:
        return None
    written = next(group for group in found.groups() if group)
    if re.search(r"[ .]\d{3}(?!\d)", written):
        written = re.sub(r"[ .](?=\d{3}(?!\d))", "", written)
    return float(written.replace(",", "."))
