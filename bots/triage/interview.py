"""Asking the first questions of a form, one at a time, and reading the replies."""

from datetime import datetime
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bots.triage.knowledge import Knowledge
from bots.triage.moments import MomentReader
from bots.triage.normalise import fold
from bots.triage.questions import FIELD, Question, questions_of
from bots.triage.replies import Replies
from bots.triage.state import Interview
from server.protocol.words import Choice, FieldValue, Language

SKIP = "field.skip"

_CLOSE_ENOUGH = 85
"""How alike a reply and the label of an option must be, in rapidfuzz's percent."""

_AGAIN = {
    "yes_no": "form-yes-no-again",
    "choice": "form-choice-again",
    "moment": "form-moment-again",
    "date": "form-moment-again",
}


class Answered(NamedTuple):
    """What a reply comes to: a value to note, or the sentence that asks again."""

    value: FieldValue = None
    again: str | None = None


class Interviewer:
    """Keeps nothing: where an interview stands is in the conversation's state."""

    def __init__(self, knowledge: Knowledge, moments: MomentReader, replies: Replies) -> None:
        self._knowledge = knowledge
        self._moments = moments
        self._replies = replies
        forms = [form.id for form in knowledge.zone.forms]
        self._questions = {form: {each.id: each for each in questions_of(knowledge.zone, form)} for form in forms}

    def begin(self, form: str, told: str, now: datetime, language: Language) -> Interview:
        """An interview on a form. A day that was `told` already is not asked again. `now` is local time, naive."""
        asked = self._questions[form]
        fields: dict[str, FieldValue] = {}
        moment = self._moments.read(told, now, language)
        first = next((question for question in asked.values() if question.kind == "moment"), None)
        if moment is not None and first is not None and first.problem(moment, now) is None:
            fields[first.id] = moment
        return self._ahead(Interview(form, tuple(asked), fields))

    def question(self, interview: Interview, language: Language) -> tuple[str, tuple[Choice, ...]]:
        """The question that is to be asked now, with the answers to choose from."""
        question = self._present(interview)
        words = "\n".join(text[language] for text in (question.words, question.help) if text)
        offered = question.choices(language)
        if question.kind == "yes_no":
            offered = tuple(self._knowledge.choice(f"{FIELD}{reply}", reply, language) for reply in ("yes", "no"))
        if self._unknown(question) is None:
            offered = (*offered, self._knowledge.choice(SKIP, "skip", language))
        return words, offered

    def answer(self, interview: Interview, text: str, now: datetime, language: Language) -> Answered:
        """What a reply in words comes to. `now` is local time, naive."""
        question = self._present(interview)
        value = self._read(question, text, now, language)
        problem = question.problem(value, now) if value is not None else "unread"
        if problem is None:
            return Answered(value)
        return Answered(
            again="form-moment-future" if problem == "in_future" else _AGAIN.get(question.kind, "form-text-again")
        )

    def skipped(self, interview: Interview) -> Answered:
        """What it comes to that the citizen does not know: the option that says so, else nothing is noted."""
        return Answered(self._unknown(self._present(interview)))

    def chosen(self, interview: Interview, choice: str) -> Answered:
        """What a choice comes to: an option, or yes or no."""
        question = self._present(interview)
        value = choice.removeprefix(FIELD)
        if question.kind == "yes_no" and value in ("yes", "no"):
            return Answered(value == "yes")
        return Answered(value) if value in question.options else Answered(again="form-choice-again")

    def noted(self, interview: Interview, value: FieldValue) -> Interview:
        """The interview with the present question answered (or, with None, left open)."""
        asked, *later = interview.questions
        fields = interview.fields if value is None else {**interview.fields, asked: value}
        return self._ahead(Interview(interview.form, tuple(later), fields))

    def place(self, interview: Interview) -> str | None:
        """The neighbourhood that the answers name."""
        asked = self._questions[interview.form]
        streets = [str(value) for id, value in interview.fields.items() if asked[id].kind == "street"]
        return next((found for street in streets if (found := self._knowledge.neighbourhood(street))), None)

    def _read(self, question: Question, text: str, now: datetime, language: Language) -> FieldValue:
        match question.kind:
            case "yes_no":
                reply = self._replies.read(text)
                return reply == "yes" if reply in ("yes", "no") else None
            case "choice":
                labels = {id: fold(label[language]) for id, label in question.options.items()}
                found = process.extractOne(fold(text), labels, scorer=fuzz.token_set_ratio, score_cutoff=_CLOSE_ENOUGH)
                return str(found[2]) if found else None
            case "moment":
                return self._moments.read(text, now, language)
            case "date":
                moment = self._moments.read(text, now, language)
                return moment[:10] if moment else None
        return text.strip() or None

    def _unknown(self, question: Question) -> str | None:
        """The option that says "I don't know", if the form has one itself."""
        says_so = (id for id, label in question.options.items() if "skip" in map(self._replies.read, label.values()))
        return next(says_so, None)

    def _ahead(self, interview: Interview) -> Interview:
        """Leave out what is answered, and what does not apply after the answers so far."""
        asked = self._questions[interview.form]
        left = list(interview.questions)
        while left and (left[0] in interview.fields or not _applies(asked[left[0]], interview)):
            del left[0]
        return Interview(interview.form, tuple(left), interview.fields)

    def _present(self, interview: Interview) -> Question:
        return self._questions[interview.form][interview.questions[0]]


def _applies(question: Question, interview: Interview) -> bool:
    return all(interview.fields.get(id) == wanted for id, wanted in question.when.items())
