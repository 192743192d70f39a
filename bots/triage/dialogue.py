"""One step from a state to the next: what the bot does about what a citizen said."""

from collections.abc import Mapping

from msgspec.structs import replace

from bots.triage.actions import Action, RaiseTier, Record, Say
from bots.triage.follow_ups import FollowUps
from bots.triage.form_steps import FormSteps
from bots.triage.form_talk import FormTalk
from bots.triage.interview import Interviewer
from bots.triage.knowledge import Knowledge
from bots.triage.outcomes import ASK_PERSON, CALLS, Outcomes
from bots.triage.pipeline import BY_SCORE, Finding, Triage
from bots.triage.recording import record_of, replied
from bots.triage.replies import Replies
from bots.triage.state import Parked, Said, State
from bots.triage.turn import Turn, turn
from bots.triage.wording import Wording
from server.protocol.words import LANGUAGES, FieldValue, Language
from server.zone.follow_up import Asks

REMEMBERED = 6
"""How many messages are kept of what was told before a form."""


class Dialogue:
    """Takes steps. Keeps nothing between them."""

    def __init__(
        self,
        triage: Triage,
        knowledge: Knowledge,
        interviewer: Interviewer,
        replies: Replies,
        follow_ups: FollowUps,
        wording: Wording,
    ) -> None:
        self._triage = triage
        self._knowledge = knowledge
        self._replies = replies
        self._follow_ups = follow_ups
        self._interviewer = interviewer
        self._outcomes = Outcomes(knowledge)
        self._form = FormSteps(knowledge, interviewer, replies, wording)
        self._in_form = FormTalk(triage, knowledge, interviewer, self._outcomes, self._form, replies, follow_ups)

    def form_topic(self, form: str) -> str | None:
        """The topic that a form of the zone is about."""
        found = self._knowledge.zone.form(form)
        return found.topic if found else None

    def open(self, language: Language) -> Turn:
        """The conversation begins."""
        return self._outcomes.greeting(State(language=language))

    def switch(self, state: State, language: Language) -> Turn:
        """The citizen goes on in another language."""
        if state.over or (language == state.language and state.language_chosen):
            return Turn(replace(state, language=language), ())
        return self._go_on_in(state, language)

    def amend(self, state: State, fields: Mapping[str, FieldValue]) -> Turn:
        """The citizen wrote in the report itself: nothing is said to it, and nothing of it is asked again."""
        if state.interview is None or state.over:
            return Turn(state, ())
        return Turn(replace(state, interview=self._interviewer.amended(state.interview, fields)), ())

    def hear(self, state: State, said: Said) -> Turn:
        """A message: a choice that was offered, or words."""
        if state.over:
            return Turn(state, ())
        pressed = said.choice or self._replies.labelled(said.text, state.offered)
        step = (self._choose(state, said, pressed) if pressed else None) or self._read(state, said)
        if step.state.over or _asks_whether_now(step.state):
            return step
        # What was asked is answered, or no longer asked.
        return Turn(replace(step.state, asked_about=frozenset()), step.actions)

    def watch(self, state: State, said: Said) -> Turn:
        """A message to nobody yet: the citizen waits for a person. Only danger counts, and nothing is said."""
        if state.raised:
            return Turn(state, ())
        finding = self._triage.read(said.text, state.language, self._knowledge.served)
        record = replace(record_of(finding), action="emergency")
        meant = said.choice or (self._whether_now(state, said.text, finding) if state.asked_about else None)
        if meant == "emergency.no":
            return Turn(_denied(state), ())
        if meant == "emergency.yes" or finding.tier == 1:
            state = replace(state, urgency="emergency", raised=True, asked_about=frozenset())
            return Turn(state, (RaiseTier(1), record))
        if finding.tier == 2 and not (state.not_now | state.asked_about).issuperset(finding.rules):
            return Turn(replace(state, asked_about=frozenset(finding.rules)), (RaiseTier(2), record))
        return Turn(state, ())

    def _whether_now(self, state: State, text: str, finding: Finding) -> str | None:
        """What words that begin with yes or no reply to the question whether there is danger now. "Yes, he is at the
        door" must not wait until the rest is understood; a no that goes on about other danger is none. Of a short no
        ("no, not now") the model thinks whatever it pleases; what a rule says holds.
        """
        if self._replies.begins_with(text, "yes"):
            return "emergency.yes"
        other = set(finding.rules) - (state.asked_about - {BY_SCORE} if finding.tier == 2 else set())
        is_no = not other or (other == {BY_SCORE} and self._replies.read(text) == "no")
        return "emergency.no" if is_no and self._replies.begins_with(text, "no") else None

    def _meant(self, state: State, text: str) -> str | None:
        """The choice that is meant by words."""
        if state.asking is not None and not state.asking.doubted:
            # What is written in a form is an answer first, and a number may be one; its own steps know yes and no.
            return self._replies.placed(text, state.offered) if self._form.offers(state.asking) else None
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
                return self._outcomes.without_form(state)
            case "form", "resume" if state.interview is not None:
                return self._form.resume(state, state.interview)
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
                return self._go_on_in(state, _language(code))
        return self._in_form.choose(state, state.asking, kind, value) if state.asking else None

    def _go_on_in(self, state: State, language: Language) -> Turn:
        state = replace(state, language=language, language_chosen=True)
        now = Say(self._knowledge.sentence("language-now", language))
        if _asks_whether_now(state):
            return turn(state, now, self._whether_it_is_now(language))
        return turn(state, now, *self._form.question(state))

    def _not_now(self, state: State) -> Turn:
        """The danger is not now: go on with what was said."""
        parked = state.parked or Parked((), "handover")
        state = replace(_denied(state), parked=None)
        record = Record("answer", topics=parked.topics)
        if state.asking is None and parked.topics and parked.action == "answer":
            return self._outcomes.about(state, parked.topics[0], record)
        if state.asking is None and parked.topics and parked.action == "clarify":
            return self._outcomes.clarify(state, parked.topics, record)
        going_on = Say(self._knowledge.sentence("not-now", state.language), (self._knowledge.person(state.language),))
        return turn(state, going_on, *self._form.question(state), Record("wait"))

    def _read(self, state: State, said: Said) -> Turn:
        finding = self._triage.read(said.text, state.language, self._knowledge.served)
        record = record_of(finding)
        asked_whether_now = _asks_whether_now(state)
        meant = self._whether_now(state, said.text, finding) if asked_whether_now else None
        if not asked_whether_now and set(finding.rules) <= {BY_SCORE} and self._is_expected(state, said, finding):
            finding = replace(finding, tier=0)
        if finding.tier == 1 and meant != "emergency.no":
            return self._outcomes.emergency(state, replace(record, action="emergency"))
        if meant is None and finding.tier == 0:
            meant = self._meant(state, said.text)
        if meant and self._calls_a_person_instead(state, said.text, meant, finding):
            meant = None
        if meant and (step := self._choose(state, said, meant)):
            return step
        if state.asking is not None:
            if self._may_be_now(state, finding):
                return self._ask_whether_now(state, finding, replace(record, action="form"))
            return self._in_form.hear(state, state.asking, said, finding, replace(record, action="form"))
        if finding.spoken.foreign:
            return self._outcomes.foreign(state, finding.spoken.code, record)
        state, switched = self._follow_language(state, finding)
        place = self._knowledge.neighbourhood(said.text) or state.neighbourhood
        told = (*state.told, said)[-REMEMBERED:]
        step = self._understand(replace(state, told=told, neighbourhood=place), said, finding, record)
        return Turn(step.state, (*switched, *step.actions))

    def _calls_a_person_instead(self, state: State, text: str, meant: str, finding: Finding) -> bool:
        """Whether words that may name a choice ("no, I'd rather have a person") ask for a person above all."""
        if meant in ("person", "emergency.yes") or self._replies.placed(text, state.offered):
            return False
        return finding.topic in CALLS and finding.action == "answer"

    def _is_expected(self, state: State, said: Said, finding: Finding) -> bool:
        """Whether a message answers what was asked or offered, or goes on about the topic at hand. Of such replies ("I
        meant Tuesday") the model, which was taught whole messages, thinks whatever it pleases; what a rule says holds.
        """
        if state.asking is not None:
            return self._in_form.answers(state, state.asking, said)
        if self._meant(state, said.text) is not None:
            return True
        return state.topic is not None and self._asked_about_topic(state, said, finding) is not None

    def _understand(self, state: State, said: Said, finding: Finding, record: Record) -> Turn:
        topics = tuple(scored.topic for scored in finding.ranked)
        if self._may_be_now(state, finding):
            return self._ask_whether_now(state, finding, record)
        if finding.rude and finding.action != "answer" and not state.reproved:
            return self._outcomes.stay_calm(state, record)
        if state.interview is not None and self._replies.read(said.text) == "resume":
            return self._form.resume(state, state.interview)
        if state.topic and (asks := self._asked_about_topic(state, said, finding)):
            return self._outcomes.follow_up(state, state.topic, asks, record)
        match finding.action:
            case "answer":
                return self._outcomes.about(state, topics[0], record, said)
            case "clarify" if topics[0] in CALLS:
                # Whoever may be asking for a person is not asked whether.
                return self._outcomes.about(state, topics[0], record)
            case "clarify":
                return self._outcomes.clarify(state, topics, record)
        return self._outcomes.not_understood(state, record, blank=finding.words == 0)

    def _asked_about_topic(self, state: State, said: Said, finding: Finding) -> Asks | None:
        """What a short question asks about the topic at hand; None where it names another one."""
        asks = self._follow_ups.asked(said.text)
        if asks is None or (finding.topic != state.topic and self._follow_ups.names_something_else(asks, said.text)):
            return None
        return asks

    def _may_be_now(self, state: State, finding: Finding) -> bool:
        """Whether to ask if there is danger now: not twice about the same, nor where a person comes at once anyway."""
        if finding.tier != 2 or state.not_now.issuperset(finding.rules):
            return False
        topic = self._knowledge.zone.topic(finding.topic) if finding.topic and finding.action == "answer" else None
        return topic is None or topic.urgency != "emergency"

    def _ask_whether_now(self, state: State, finding: Finding, record: Record) -> Turn:
        topics = tuple(scored.topic for scored in finding.ranked)
        state = replace(state, parked=Parked(topics, finding.action), asked_about=frozenset(finding.rules))
        question = self._whether_it_is_now(state.language)
        return turn(state, RaiseTier(2), question, replace(record, action="emergency"))

    def _whether_it_is_now(self, language: Language) -> Say:
        choices = tuple(
            self._knowledge.choice(f"emergency.{reply}", f"emergency-{reply}", language) for reply in ("yes", "no")
        )
        return Say(self._knowledge.sentence("emergency-now", language), choices)

    def _follow_language(self, state: State, finding: Finding) -> tuple[State, tuple[Action, ...]]:
        """The language that is written, where that is sure and the citizen has not picked one."""
        code = finding.spoken.code
        served = code in self._knowledge.zone.profile.languages
        if state.language_chosen or not finding.spoken.sure or code == state.language or not served:
            return state, ()
        language = _language(code)
        back = self._knowledge.language_choice(state.language)
        return replace(state, language=language), (Say(self._knowledge.sentence("language-now", language), (back,)),)


def _asks_whether_now(state: State) -> bool:
    """Whether the last thing that the bot asked is whether there is danger now."""
    return any(choice.value == "emergency.yes" for choice in state.offered)


def _denied(state: State) -> State:
    """The danger that was asked about is not now. What the model thinks of another message is another matter."""
    return replace(state, not_now=state.not_now | state.asked_about - {BY_SCORE}, asked_about=frozenset())


def _language(code: str) -> Language:
    return next(language for language in LANGUAGES if language == code)
