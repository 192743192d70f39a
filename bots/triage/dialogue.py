"""One step from a state to the next: what the bot does about what a citizen said."""

from msgspec.structs import replace

from bots.triage.actions import Action, RaiseTier, Record, Say
from bots.triage.form_steps import FormSteps
from bots.triage.interview import Interviewer
from bots.triage.knowledge import Knowledge
from bots.triage.outcomes import ASK_PERSON, Outcomes
from bots.triage.pipeline import Finding, Triage
from bots.triage.recording import record_of, replied
from bots.triage.replies import Replies
from bots.triage.state import Interview, Parked, Said, State
from bots.triage.turn import Turn, turn
from server.protocol.words import LANGUAGES, Language


class Dialogue:
    """Takes steps. Keeps nothing between them."""

    def __init__(self, triage: Triage, knowledge: Knowledge, interviewer: Interviewer, replies: Replies) -> None:
        self._triage = triage
        self._knowledge = knowledge
        self._replies = replies
        self._outcomes = Outcomes(knowledge)
        self._form = FormSteps(knowledge, interviewer)

    def open(self, language: Language) -> Turn:
        """The conversation begins."""
        return self._outcomes.greeting(State(language=language))

    def switch(self, state: State, language: Language) -> Turn:
        """The citizen goes on in another language."""
        if state.over or (language == state.language and state.language_chosen):
            return Turn(replace(state, language=language), ())
        state = replace(state, language=language, language_chosen=True)
        return turn(state, Say(self._knowledge.sentence("language-now", language)), *self._form.question(state))

    def hear(self, state: State, said: Said) -> Turn:
        """A message: a choice that was offered, or words."""
        if state.over:
            return Turn(state, ())
        choice = said.choice or self._meant(state, said.text)
        step = self._choose(state, said, choice) if choice else None
        return step or self._read(state, said)

    def _meant(self, state: State, text: str) -> str | None:
        """The choice that is meant by words."""
        if any(choice.value == "emergency.yes" for choice in state.offered):
            # "Yes, he is at the door" must not wait until the rest is understood.
            for reply in ("yes", "no"):
                if self._replies.begins_with(text, reply):
                    return f"emergency.{reply}"
        return self._replies.chosen(text, state.offered)

    def _choose(self, state: State, said: Said, choice: str) -> Turn | None:
        """The step that a choice stands for, on record as what the citizen replied; None where it is none of ours."""
        step = self._step_for(state, said, choice)
        return replied(step, choice) if step else None

    def _step_for(self, state: State, said: Said, choice: str) -> Turn | None:
        """The step that a choice stands for; None where it is none of ours."""
        kind, _, value = choice.partition(".")
        match kind, value:
            case "person", "":
                return self._outcomes.call_person(state, Record("handover", topics=(ASK_PERSON,)))
            case "emergency", "yes":
                return self._outcomes.emergency(state, Record("emergency", rules=tuple(sorted(state.asked_about))))
            case "emergency", "no":
                return self._not_now(state)
            case "helped", "yes" | "no":
                return self._outcomes.after_answer(state, helped=value == "yes")
            case "form", "yes":
                return self._form.begin(state, said)
            case "form", "no":
                return self._outcomes.after_answer(state, helped=True)
            case "more", "yes":
                return self._outcomes.ask_away(state)
            case "more", "no":
                return self._outcomes.end(state)
            case "topic", "none":
                return self._outcomes.not_understood(state, Record("clarify"))
            case "topic", topic if topic in self._knowledge.served:
                return self._outcomes.about(state, topic, Record("answer", topics=(topic,)))
            case "door", door:
                return self._outcomes.door(state, door)
            case "language", code if code in self._knowledge.zone.profile.languages:
                return self.switch(state, _language(code))
            case "field", field if state.interview is not None:
                return self._form.choose(state, state.interview, field, Record("form"))
        return None

    def _not_now(self, state: State) -> Turn:
        """The danger is not now: go on with what was said."""
        parked = state.parked or Parked((), "handover")
        state = replace(state, not_now=state.not_now | state.asked_about, parked=None)
        record = Record("answer", topics=parked.topics)
        if state.interview is None and parked.topics and parked.action == "answer":
            return self._outcomes.about(state, parked.topics[0], record)
        if state.interview is None and parked.topics and parked.action == "clarify":
            return self._outcomes.clarify(state, parked.topics, record)
        going_on = Say(self._knowledge.sentence("not-now", state.language), (self._knowledge.person(state.language),))
        return turn(state, going_on, *self._form.question(state), Record("wait"))

    def _read(self, state: State, said: Said) -> Turn:
        finding = self._triage.read(said.text, state.language, self._knowledge.served)
        record = record_of(finding)
        if finding.tier == 1:
            return self._outcomes.emergency(state, replace(record, action="emergency"))
        if state.interview is not None:
            return self._in_interview(state, state.interview, said, finding, record)
        if finding.spoken.foreign:
            return self._outcomes.foreign(state, finding.spoken.code, record)
        state, switched = self._follow_language(state, finding)
        place = self._knowledge.neighbourhood(said.text) or state.neighbourhood
        step = self._understand(replace(state, told=said, neighbourhood=place), finding, record)
        return Turn(step.state, (*switched, *step.actions))

    def _understand(self, state: State, finding: Finding, record: Record) -> Turn:
        topics = tuple(scored.topic for scored in finding.ranked)
        if self._may_be_now(state, finding):
            return self._ask_whether_now(state, finding, record)
        if finding.rude and finding.action != "answer" and not state.reproved:
            return self._outcomes.stay_calm(state, record)
        match finding.action:
            case "answer":
                return self._outcomes.about(state, topics[0], record)
            case "clarify" if topics[0] == ASK_PERSON:
                # Whoever may be asking for a person is not asked whether.
                return self._outcomes.call_person(state, record)
            case "clarify":
                return self._outcomes.clarify(state, topics, record)
        return self._outcomes.not_understood(state, record, blank=finding.words == 0)

    def _in_interview(self, state: State, interview: Interview, said: Said, finding: Finding, record: Record) -> Turn:
        """A reply to the present question; or a call for a person, danger, another question, or enough of it."""
        record = replace(record, action="form")
        if self._may_be_now(state, finding):
            return self._ask_whether_now(state, finding, record)
        sure = finding.topic if finding.action == "answer" else None
        if sure == ASK_PERSON:
            return self._outcomes.call_person(state, record)
        reply = self._replies.read(said.text)
        if reply == "stop":
            return self._outcomes.after_answer(replace(state, interview=None), helped=False)
        if reply == "skip":
            return self._form.choose(state, interview, "skip", record)
        if sure and sure != state.topic and said.text.rstrip().endswith("?"):
            answer = self._knowledge.answer(sure, state.language)
            if answer is not None:
                return turn(state, answer, *self._form.question(state), replace(record, answer=answer.answer))
        return self._form.answer(state, interview, said, record)

    def _may_be_now(self, state: State, finding: Finding) -> bool:
        """Whether to ask if there is danger now: not twice about the same, nor where a person comes at once anyway."""
        if finding.tier != 2 or state.not_now.issuperset(finding.rules):
            return False
        topic = self._knowledge.zone.topic(finding.topic) if finding.topic and finding.action == "answer" else None
        return topic is None or topic.urgency != "emergency"

    def _ask_whether_now(self, state: State, finding: Finding, record: Record) -> Turn:
        topics = tuple(scored.topic for scored in finding.ranked)
        state = replace(state, parked=Parked(topics, finding.action), asked_about=frozenset(finding.rules))
        choices = tuple(
            self._knowledge.choice(f"emergency.{reply}", f"emergency-{reply}", state.language)
            for reply in ("yes", "no")
        )
        question = Say(self._knowledge.sentence("emergency-now", state.language), choices)
        return turn(state, RaiseTier(2), question, replace(record, action="emergency"))

    def _follow_language(self, state: State, finding: Finding) -> tuple[State, tuple[Action, ...]]:
        """The language that is written, where that is sure and the citizen has not picked one."""
        code = finding.spoken.code
        served = code in self._knowledge.zone.profile.languages
        if state.language_chosen or not finding.spoken.sure or code == state.language or not served:
            return state, ()
        language = _language(code)
        back = self._knowledge.language_choice(state.language)
        return replace(state, language=language), (Say(self._knowledge.sentence("language-now", language), (back,)),)


def _language(code: str) -> Language:
    return next(language for language in LANGUAGES if language == code)
