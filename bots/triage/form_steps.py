"""The steps of a form: the bot asks what, when and where, and a person takes over with everything filled in."""

from msgspec.structs import replace

from bots.triage.actions import Fill, HandOver, Record, Say
from bots.triage.interview import Answered, Interviewer
from bots.triage.knowledge import Knowledge
from bots.triage.state import Interview, Said, State
from bots.triage.turn import Turn, need_of, turn
from server.protocol.words import Urgency

RISING: tuple[Urgency, ...] = ("routine", "priority", "emergency")


class FormSteps:
    """Makes turns of an interview. Keeps nothing."""

    def __init__(self, knowledge: Knowledge, interviewer: Interviewer) -> None:
        self._knowledge = knowledge
        self._interviewer = interviewer

    def begin(self, state: State, said: Said) -> Turn | None:
        """Start the report of the state's topic and ask the first question; None where the topic has no form."""
        topic = self._knowledge.zone.topic(state.topic) if state.topic else None
        if topic is None or topic.form is None or topic.sensitive:
            return None
        told = state.told or said
        interview = self._interviewer.begin(topic.form, told.text, told.at, state.language)
        state = replace(state, interview=interview)
        intro = Say(self._knowledge.sentence("form-intro", state.language))
        return turn(state, Fill(interview.form, interview.fields), intro, *self.question(state), Record("form"))

    def choose(self, state: State, interview: Interview, value: str, record: Record) -> Turn:
        """The present question is answered by a choice."""
        if value == "skip":
            return self._go_on(state, interview, self._interviewer.skipped(interview), record)
        return self._settle(state, interview, self._interviewer.chosen(interview, value), record)

    def answer(self, state: State, interview: Interview, said: Said, record: Record) -> Turn:
        """The present question is answered in words."""
        answered = self._interviewer.answer(interview, said.text, said.at, state.language)
        return self._settle(state, interview, answered, record)

    def question(self, state: State) -> tuple[Say, ...]:
        """The present question, if one is open."""
        if state.interview is None or not state.interview.questions:
            return ()
        return (Say(*self._interviewer.question(state.interview, state.language)),)

    def _settle(self, state: State, interview: Interview, answered: Answered, record: Record) -> Turn:
        """What cannot be read is asked once more, then left to the person."""
        if answered.again is None or interview.repeated:
            return self._go_on(state, interview, answered, record)
        state = replace(state, interview=replace(interview, repeated=True))
        return turn(state, Say(self._knowledge.sentence(answered.again, state.language)), *self.question(state), record)

    def _go_on(self, state: State, interview: Interview, answered: Answered, record: Record) -> Turn:
        asked = interview.questions[0]
        interview = self._interviewer.noted(interview, answered.value)
        place = self._interviewer.place(interview) or state.neighbourhood
        state = replace(state, interview=interview, neighbourhood=place)
        filled = () if answered.value is None else (Fill(interview.form, {asked: answered.value}),)
        if interview.questions and not interview.for_a_person:
            return turn(state, *filled, *self.question(state), record)
        if interview.for_a_person:
            state = replace(state, urgency=max(state.urgency, "priority", key=RISING.index))
        state = replace(state, over=True)
        done = Say(self._knowledge.sentence("hand-over-form", state.language))
        return turn(state, *filled, done, record, HandOver(need_of(state), "form"))
