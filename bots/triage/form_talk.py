"""What is written while a form is asked: an answer, or something else that comes first."""

from msgspec.structs import replace

from bots.triage.actions import Record
from bots.triage.follow_ups import FollowUps
from bots.triage.form_steps import FormSteps
from bots.triage.interview import Interviewer
from bots.triage.knowledge import Knowledge
from bots.triage.lexicon import FRAME
from bots.triage.outcomes import ASK_PERSON, CALLS, Outcomes
from bots.triage.pipeline import Finding, Triage
from bots.triage.replies import Replies
from bots.triage.state import Interview, Said, State
from bots.triage.turn import Turn, turn

LONGEST_REPLY = 8
"""A message of more words than these is looked at for danger as any other, whatever it answers."""


class FormTalk:
    """Tells what a message in a form is for. Keeps nothing."""

    def __init__(
        self,
        triage: Triage,
        knowledge: Knowledge,
        interviewer: Interviewer,
        outcomes: Outcomes,
        form: FormSteps,
        replies: Replies,
        follow_ups: FollowUps,
    ) -> None:
        self._triage = triage
        self._interviewer = interviewer
        self._knowledge = knowledge
        self._outcomes = outcomes
        self._form = form
        self._replies = replies
        self._follow_ups = follow_ups

    def answers(self, state: State, interview: Interview, said: Said) -> bool:
        """Whether a message is short, and says something to the form or nothing to anything."""
        if len(said.text.split()) > LONGEST_REPLY:
            return False
        if not self._triage.concepts(said.text) - FRAME:
            return True
        return self._replies.read(said.text) is not None or self._interviewer.hears(interview, said, state.language)

    def choose(self, state: State, interview: Interview, kind: str, value: str) -> Turn | None:
        """The step that a choice of a form stands for; None where it is none."""
        match kind, value:
            case "field", field:
                return self._form.choose(state, interview, field, Record("form"))
            case "noted", "yes" | "no":
                return self._form.confirm(state, interview, value == "yes", Record("form"))
            case "fix", field:
                return self._form.fix(state, interview, field, Record("form"))
        return None

    def hear(self, state: State, interview: Interview, said: Said, finding: Finding, record: Record) -> Turn:
        """A reply to the present question; or a call for a person, something graver, another question, or enough of
        it.
        """
        sure = finding.topic if finding.action == "answer" else None
        if finding.topic in CALLS and self._calls_a_person(state, interview, said, finding):
            return self._outcomes.about(state, finding.topic, record)
        if not self._triage.concepts(said.text) - FRAME:
            # A reply that is about nothing by itself is no other topic.
            sure = None
        if sure and self._is_graver(sure) and not self._form.asks_for_a_person(interview):
            # Who tells of violence in the middle of a form about a bicycle is no longer asked about the bicycle.
            return self._outcomes.about(replace(state, interview=None), sure, record)
        match self._replies.read(said.text):
            case "stop":
                return self._form.pause(state, interview)
            case "wait":
                return self._form.wait(state)
            case "resume":
                return self._form.resume(state, interview)
            case "skip":
                return self._form.choose(state, interview, "skip", record)
        if finding.rude and not state.reproved:
            calm = self._outcomes.stay_calm(state, record)
            return turn(calm.state, *calm.actions, *self._form.question(state))
        if said.text.rstrip().endswith("?") and (step := self._aside(state, interview, said, sure, record)):
            return step
        return self._form.answer(state, interview, said, record)

    def _calls_a_person(self, state: State, interview: Interview, said: Said, finding: Finding) -> bool:
        """Whether what sounds like a call for a person is one, and not an answer: "a camera", where it says what is
        gone.
        """
        if finding.topic == ASK_PERSON and finding.action == "answer":
            return True
        about_something = bool(self._triage.concepts(said.text) - FRAME)
        heard = self._interviewer.hears(interview, said, state.language)
        return finding.action != "handover" and about_something and not heard

    def _aside(self, state: State, interview: Interview, said: Said, sure: str | None, record: Record) -> Turn | None:
        """Another question, asked in the middle of a form: it is answered, and the form goes on."""
        form = self._knowledge.zone.form(interview.form)
        about = form.topic if form else state.topic
        answer = self._knowledge.answer(sure, state.language) if sure and sure != about else None
        if answer is None and about and (asks := self._follow_ups.asked(said.text)):
            answer = self._knowledge.follow_up(about, asks, state.language)
        if answer is None:
            return None
        return turn(state, answer, *self._form.question(state), replace(record, answer=answer.answer))

    def _is_graver(self, topic: str) -> bool:
        found = self._knowledge.zone.topic(topic)
        return found is not None and (found.sensitive or found.urgency == "emergency")
