"""Asking the first questions of a form, one at a time: what is noted, what is to be confirmed, what is corrected."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from bots.triage.answers import AnswerReader, Values
from bots.triage.knowledge import Knowledge
from bots.triage.moments import MomentReader
from bots.triage.normalise import Normaliser
from bots.triage.questions import DAYS, FREE, Question, Questionnaire
from bots.triage.replies import Replies
from bots.triage.state import Interview, Said
from server.protocol.words import FieldValue, Language

_AGAIN = {
    "yes_no": "form-yes-no-again",
    "choice": "form-choice-again",
    "moment": "form-moment-again",
    "date": "form-moment-again",
    "amount": "form-amount-again",
}
_PROBLEMS = {
    "in_future": "form-moment-future",
    "in_past": "form-moment-past",
    "before_other": "form-moment-before",
    "too_short": "form-days-few",
    "too_far": "form-days-many",
}
_PASSING_WORDS = 4
"""A reply of fewer words tells nothing but what was asked."""


class Noted(NamedTuple):
    """Where an interview goes, and the fields to fill on the way. `again`: the sentence that asks once more, where
    nothing could be read.
    """

    interview: Interview
    filled: Mapping[str, FieldValue] = {}
    again: str | None = None


class Interviewer:
    """Keeps nothing: where an interview stands is in the conversation's state."""

    def __init__(self, knowledge: Knowledge, normaliser: Normaliser, moments: MomentReader, replies: Replies) -> None:
        self._knowledge = knowledge
        self._replies = replies
        forms = [form.id for form in knowledge.zone.forms]
        self._forms = {form: Questionnaire(knowledge.zone, form) for form in forms}
        self._readers = {
            form: AnswerReader(self._forms[form], normaliser, moments, replies, knowledge.streets) for form in forms
        }

    def begin(self, form: str, told: Sequence[Said], now: datetime, language: Language) -> Interview:
        """An interview on a form. What was `told` before is proposed, and not asked again. `now` is local, naive."""
        asked = self._forms[form]
        interview = Interview(form, asked.asked)
        proposed: Values = {}
        for said in told:
            heard = self._readers[form].passing(said.text, asked.questions, said.at, language, story=True)
            for id, value in heard.items():
                # Several messages may be one story.
                earlier = proposed.get(id)
                is_story = asked.questions[id].story and earlier is not None
                proposed[id] = f"{earlier}\n{value}" if is_story else value
        return self._proposing(interview, proposed, now)

    def present(self, interview: Interview) -> Question:
        """The question that is to be asked now."""
        return self._forms[interview.form].questions[interview.questions[0]]

    def question(self, interview: Interview, id: str) -> Question:
        """A question of the interview's form."""
        return self._forms[interview.form].questions[id]

    def progress(self, interview: Interview) -> tuple[int, int]:
        """Which question this is, and of how many, as far as can be told."""
        form = self._forms[interview.form]
        applying = [id for id in form.asked if form.questions[id].applies(interview.fields)]
        ahead = [id for id in applying if id in interview.questions and id not in interview.fields]
        return len(applying) - len(ahead) + 1, len(applying)

    def unknown(self, interview: Interview) -> str | None:
        """The option of the present question that says "I don't know", if the form has one itself."""
        options = self.present(interview).options
        says_so = (id for id, label in options.items() if "skip" in map(self._replies.read, label.values()))
        return next(says_so, None)

    def is_for_a_person(self, interview: Interview) -> bool:
        """Whether an answer so far means that no bot should ask on."""
        return self._forms[interview.form].is_for_a_person(interview.fields)

    def place(self, interview: Interview) -> str | None:
        """The neighbourhood that the answers name."""
        questions = self._forms[interview.form].questions
        streets = ((each, interview.fields.get(each.id)) for each in questions.values() if each.kind == "street")
        for question, street in streets:
            number = interview.fields.get(question.beside.get("number", ""))
            if street and (found := self._knowledge.zone.neighbourhood_of(str(street), str(number or ""))):
                return found.id
        return None

    def hears(self, interview: Interview, said: Said, language: Language) -> bool:
        """Whether a text says something to what is asked now, or to any other question of the form."""
        reader = self._readers[interview.form]
        if reader.passing(said.text, self._forms[interview.form].questions, said.at, language):
            return True
        if interview.proposed or not interview.questions:
            return False
        if self.present(interview).kind in FREE:
            # Any words answer such a question; a whole sentence may be more.
            return len(said.text.split()) <= _PASSING_WORDS
        return reader.reply(interview.questions[0], said.text, said.at, language) is not None

    # --- replies to the present question

    def answer(self, interview: Interview, said: Said, language: Language) -> Noted:
        """What a reply in words comes to."""
        asked = interview.questions[0]
        reader = self._readers[interview.form]
        reply = reader.reply(asked, said.text, said.at, language)
        among = self._open(interview) - {asked}
        if self.present(interview).kind in DAYS:
            # One day that is told is the one that was asked for.
            among = {id for id in among if self.question(interview, id).kind not in DAYS}
        passing: Values = {}
        if len(said.text.split()) >= _PASSING_WORDS and self.present(interview).kind not in ("text", "long_text"):
            passing = reader.passing(said.text, among, said.at, language)
        if reply is None:
            if passing:
                # "In de Bruul" to the question when: it is noted, and the question stands.
                return Noted(self._proposing(interview, passing, said.at))
            return Noted(interview, again=_AGAIN.get(self.present(interview).kind, "form-text-again"))
        if problem := self._problem(interview, reply.values, said.at):
            return Noted(interview, again=problem)
        if not reply.sure:
            typed = said.text.strip() if self.present(interview).kind == "street" else None
            if typed and self._problem(interview, {asked: typed}, said.at):
                typed = None
            return Noted(replace(self._proposing(interview, passing | reply.values, said.at), typed=typed))
        noted = self._fill(interview, reply.values)
        return Noted(self._proposing(noted.interview, passing, said.at), noted.filled)

    def chosen(self, interview: Interview, value: str) -> Noted:
        """What a choice comes to: an option, or yes or no."""
        question = self.present(interview)
        if question.kind == "yes_no" and value in ("yes", "no"):
            return self._fill(interview, {question.id: value == "yes"})
        if value in question.options:
            return self._fill(interview, {question.id: value})
        return Noted(interview, again="form-choice-again")

    def skipped(self, interview: Interview, *, unread: bool = False) -> Noted:
        """What it comes to that the citizen does not know, or that nothing could be read: the option that says so, else
        the question is left open.
        """
        in_a_row = interview.unread + 1 if unread else 0
        if not unread and (option := self.unknown(interview)):
            return self._fill(interview, {interview.questions[0]: option})
        left = replace(interview, questions=interview.questions[1:], unread=in_a_row)
        return Noted(self._ahead(replace(left, repeated=False)))

    def back(self, interview: Interview) -> Noted:
        """The question before is asked again."""
        questions = self._forms[interview.form].asked
        answered = [id for id in interview.fields if id in questions]
        return self.reopened(interview, answered[-1]) if answered else Noted(interview)

    def reopened(self, interview: Interview, id: str) -> Noted:
        """A question that was answered is asked again, before the others."""
        fields = {other: value for other, value in interview.fields.items() if other != id}
        rest = tuple(other for other in interview.questions if other != id)
        return Noted(replace(interview, fields=fields, questions=(id, *rest), repeated=False, proposed={}))

    def amended(self, interview: Interview, fields: Mapping[str, FieldValue]) -> Interview:
        """The citizen wrote in the form itself: what stands there is not asked any more."""
        questions = self._forms[interview.form].questions
        known = {id: value for id, value in fields.items() if id in questions and value not in (None, "")}
        gone = fields.keys() - known.keys()
        kept = {id: value for id, value in interview.fields.items() if id not in gone}
        proposed = {id: value for id, value in interview.proposed.items() if id not in fields}
        if proposed != interview.proposed:
            interview = replace(interview, proposed=proposed, doubted=False, typed=None)
        return self._ahead(replace(interview, fields=kept | known))

    # --- what is to be confirmed

    def confirmed(self, interview: Interview) -> Noted:
        """What was proposed is right."""
        return self._fill(replace(interview, proposed={}, doubted=False, typed=None), interview.proposed)

    def rejected(self, interview: Interview) -> Noted:
        """What was proposed is not right. A street that was only guessed is noted as it was written; of several things
        it has to be said which.
        """
        if len(interview.proposed) > 1 and interview.typed is None:
            return Noted(replace(interview, doubted=True))
        dropped = replace(interview, proposed={}, doubted=False, typed=None)
        if interview.typed is not None:
            return self._fill(dropped, {interview.questions[0]: interview.typed})
        return Noted(dropped)

    def without(self, interview: Interview, id: str | None) -> Noted:
        """All that was proposed is right but one thing, which is asked now; with None, nothing is."""
        right = {} if id is None else {other: value for other, value in interview.proposed.items() if other != id}
        questions = interview.questions
        if id in self._forms[interview.form].asked:
            questions = (id, *(other for other in questions if other != id))
        dropped = replace(interview, questions=questions, proposed={}, doubted=False, typed=None)
        return self._fill(dropped, right) if right else Noted(self._ahead(dropped))

    def reproposed(self, interview: Interview, said: Said, language: Language) -> Noted:
        """What was proposed is corrected in words: it is proposed anew. `again` where nothing could be read."""
        among = {*interview.proposed, *self._open(interview)}
        heard = self._readers[interview.form].passing(said.text, among, said.at, language)
        if not heard:
            return Noted(interview, again="form-confirm-again")
        if problem := self._problem(interview, heard, said.at):
            return Noted(interview, again=problem)
        kept = {id: value for id, value in interview.proposed.items() if id not in heard}
        return Noted(self._proposing(replace(interview, typed=None), kept | heard, said.at))

    # --- what was answered before

    def corrected(self, interview: Interview, said: Said, language: Language) -> Noted | None:
        """What a correction changes of the answers so far: the last of them that it can be about, or the one that it
        names. None where it is about none.
        """
        reader = self._readers[interview.form]
        named = self._named(interview, said.text, language)
        for id in (named,) if named else reversed(interview.fields):
            values = reader.passing(said.text, {id}, said.at, language)
            if named and id not in values and self.question(interview, id).kind in ("text", "amount"):
                values = reader.after_label(id, said.text, said.at, language)
            if id in values and values[id] != interview.fields[id]:
                if self._problem(interview, values, said.at):
                    return None
                return self._fill(interview, values)
        return None

    def _named(self, interview: Interview, text: str, language: Language) -> str | None:
        reader = self._readers[interview.form]
        return next((id for id in interview.fields if reader.names(id, text, language)), None)

    # --- moving on

    def _fill(self, interview: Interview, values: Mapping[str, FieldValue]) -> Noted:
        kept = {id: value for id, value in interview.fields.items() if id not in values}
        filled = replace(interview, fields={**kept, **values}, repeated=False, unread=0)
        return Noted(self._ahead(filled), values)

    def _proposing(self, interview: Interview, values: Values, now: datetime) -> Interview:
        """Propose what is not wrong by itself."""
        asked = self._forms[interview.form]
        good: Values = {}
        for id in (each for each in asked.questions if each in values):
            known = {**interview.fields, **good, id: values[id]}
            if asked.questions[id].applies(known) and asked.problem(id, known, now) is None:
                good[id] = values[id]
        return self._ahead(replace(interview, proposed=good, doubted=False, repeated=False))

    def _problem(self, interview: Interview, values: Mapping[str, FieldValue], now: datetime) -> str | None:
        """The sentence for what is wrong with values, if anything."""
        asked = self._forms[interview.form]
        known = {**interview.fields, **values}
        for id in values:
            if code := asked.problem(id, known, now):
                kind = asked.questions[id].kind
                return _PROBLEMS.get(code) or _AGAIN.get(kind, "form-text-again")
        return None

    def _open(self, interview: Interview) -> set[str]:
        """The questions without an answer that apply, the bot's or not."""
        known = interview.fields
        questions = self._forms[interview.form].questions.values()
        return {each.id for each in questions if each.id not in known and each.applies(known)}

    def _ahead(self, interview: Interview) -> Interview:
        """Leave out what is answered, and what does not apply after the answers so far."""
        asked = self._forms[interview.form].questions
        left = list(interview.questions)
        while left and (left[0] in interview.fields or not asked[left[0]].applies(interview.fields)):
            del left[0]
        return replace(interview, questions=tuple(left))
