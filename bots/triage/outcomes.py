"""What a step can come to: an answer, a choice, a person, the end. Each is a turn.

Nothing here is made up: every word the citizen reads is a curated answer of the zone or a fixed sentence of `bot.ftl`.
"""

from msgspec.structs import replace

from bots.triage.actions import Close, HandOver, RaiseTier, Record, Say, StateNeed
from bots.triage.knowledge import Knowledge
from bots.triage.state import Said, State
from bots.triage.turn import Turn, need_of, turn
from server.protocol.words import Choice, HandoverReason, Language
from server.zone.follow_up import Asks

ASK_PERSON, ASK_VIDEO, GREETING, THANKS = "talk_to_human", "video_call_request", "greeting", "thanks_bye"
TALK = frozenset({ASK_PERSON, ASK_VIDEO, GREETING, THANKS})
"""Topics that are about the conversation itself."""
CALLS = frozenset({ASK_PERSON, ASK_VIDEO})
"""Topics by which a person is called."""

MOST_UNSURE = 2
"""After so many misunderstandings in a row the bot gives way to a person."""

CLOSED_AS = "answered_by_bot"


class Outcomes:
    """Makes turns of what is known. Keeps nothing."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def greeting(self, state: State) -> Turn:
        """The first words: that a bot speaks, what it can do, and that a person is always there."""
        words = Say(self._knowledge.sentence("greeting", state.language))
        return turn(state, words, Record("greet", language=state.language))

    def emergency(self, state: State, record: Record) -> Turn:
        """Danger now: the card, where to call, and a person before all others."""
        state = replace(state, urgency="emergency", raised=True, over=True)
        card = self._knowledge.emergency(state.language)
        return turn(state, RaiseTier(1), card, record, HandOver(need_of(state), "emergency"))

    def foreign(self, state: State, code: str, record: Record) -> Turn:
        """A language that the desk does not speak: a person who does, if there is one."""
        need = replace(need_of(state), languages=(code,))
        state = replace(state, over=True)
        record = replace(record, action="handover")
        return turn(state, self._knowledge.foreign(code), record, HandOver(need, "requested"))

    def call_person(self, state: State, record: Record) -> Turn:
        """A person, because the citizen asks for one."""
        return self._person_comes(state, ASK_PERSON, record)

    def about(self, state: State, id: str, record: Record, said: Said | None = None) -> Turn:
        """What the zone says about a topic, and what follows from it. `said`: the words it was understood from; more
        about what was answered already is not answered by the same again.
        """
        topic = self._knowledge.zone.topic(id)
        if topic is None or id in TALK:
            return self._talk(state, id, record)
        if said is not None and state.answered == (id, state.language):
            return self._more(state, record, is_question=said.text.rstrip().endswith("?"))
        urgency = topic.urgency if state.urgency == "routine" else state.urgency
        answered = (id, state.language)
        state = replace(state, topic=id, urgency=urgency, unsure=0, parked=None, answered=answered)
        answer = self._knowledge.answer(id, state.language)
        record = replace(record, action="answer", answer=answer.answer if answer else None)
        if topic.sensitive or topic.urgency == "emergency" or answer is None:
            return self._hand_over_topic(state, answer, record, sensitive=topic.sensitive)
        return turn(state, answer, StateNeed(need_of(state)), self._and_then(state), record)

    def _more(self, state: State, record: Record, *, is_question: bool) -> Turn:
        """More about what was answered already: it is kept for the form, or it asks what the answer does not say."""
        state = replace(state, unsure=0, parked=None)
        going_on = self._and_then(state)
        if is_question:
            unknown = Say(self._knowledge.sentence("not-in-answer", state.language), going_on.choices)
            return turn(state, unknown, replace(record, action="clarify"))
        kept = Say(self._knowledge.sentence("heard-more", state.language))
        return turn(state, kept, going_on, replace(record, action="wait"))

    def clarify(self, state: State, topics: tuple[str, ...], record: Record) -> Turn:
        """Offer the likeliest topics; a second time in a row it is a misunderstanding."""
        likely = self._knowledge.topic_choices((topic for topic in topics if topic not in TALK), state.language)
        if not likely or state.unsure + 1 >= MOST_UNSURE:
            return self.not_understood(state, record)
        none = self._knowledge.choice("topic.none", "none-of-these", state.language)
        choices = (*likely, none, self._knowledge.person(state.language))
        question = Say(self._knowledge.sentence("clarify", state.language), choices)
        return turn(replace(state, unsure=state.unsure + 1), question, replace(record, action="clarify"))

    def not_understood(self, state: State, record: Record, *, blank: bool = False) -> Turn:
        """Ask once for other words; the second time, apologise and give way to a person. `blank`: there were no words
        at all.
        """
        state = replace(state, unsure=state.unsure + 1)
        if state.unsure >= MOST_UNSURE:
            sorry = Say(self._knowledge.sentence("hand-over-unsure", state.language))
            record = replace(record, action="handover")
            return turn(replace(state, over=True), sorry, record, HandOver(need_of(state), "unsure"))
        sentence = self._knowledge.sentence("nothing-read" if blank else "rephrase", state.language)
        return turn(state, Say(sentence, (self._knowledge.person(state.language),)), replace(record, action="clarify"))

    def stay_calm(self, state: State, record: Record) -> Turn:
        """The one sentence that abuse gets."""
        calm = Say(self._knowledge.sentence("abuse", state.language), (self._knowledge.person(state.language),))
        return turn(replace(state, reproved=True), calm, replace(record, action="wait"))

    def without_form(self, state: State) -> Turn:
        """No questions now: whether the answer was enough."""
        return turn(state, self._whether_it_helped(state), Record("wait"))

    def after_answer(self, state: State, *, helped: bool) -> Turn:
        """What to say once the citizen said whether it helped."""
        if helped:
            return turn(state, self._anything_else(state.language), Record("wait"))
        topic = self._knowledge.zone.topic(state.topic) if state.topic else None
        related = self._knowledge.topic_choices(topic.choices if topic else (), state.language)
        missing = self._knowledge.sentence("what-is-missing", state.language)
        return turn(state, Say(missing, (*related, self._knowledge.person(state.language))), Record("clarify"))

    def follow_up(self, state: State, topic: str, asks: Asks, record: Record) -> Turn:
        """What the zone says to a question about the topic at hand; where it says nothing, a person knows."""
        answer = self._knowledge.follow_up(topic, asks, state.language)
        state = replace(state, unsure=0, parked=None)
        if answer is None:
            unknown = Say(self._knowledge.sentence("not-in-answer", state.language), (self._person(state),))
            return turn(state, unknown, replace(record, action="clarify"))
        record = replace(record, action="answer", topics=(topic,), answer=answer.answer)
        return turn(state, answer, self._and_then(state), record)

    def ask_away(self, state: State) -> Turn:
        """Wait for the next question."""
        return turn(state, Say(self._knowledge.sentence("ask-away", state.language)), Record("wait"))

    def end(self, state: State) -> Turn:
        """Say goodbye and close."""
        goodbye = Say(self._knowledge.sentence("goodbye", state.language))
        return turn(replace(state, over=True), goodbye, Record("wait"), Close(self._knowledge.outcome(CLOSED_AS)))

    def door(self, state: State, id: str) -> Turn | None:
        """What stands behind a door; None where the zone has no such door."""
        behind = self._knowledge.door(id, state.language)
        if behind is None:
            return None
        if not self._knowledge.is_sensitive_door(id):
            return turn(state, behind, Record("greet"))
        state = replace(state, urgency="priority")
        return turn(state, behind, StateNeed(need_of(state)), Record("greet"))

    def _talk(self, state: State, id: str, record: Record) -> Turn:
        answer = self._knowledge.answer(id, state.language)
        record = replace(record, action="answer", answer=answer.answer if answer else None)
        match id:
            case "greeting":
                words = answer or Say(self._knowledge.sentence("greeting", state.language))
                return turn(replace(state, unsure=0), words, record)
            case "thanks_bye":
                anything_else = self._anything_else(state.language)
                return turn(state, *((answer,) if answer else ()), anything_else, record)
        return self._person_comes(state, id, record)

    def _person_comes(self, state: State, topic: str, record: Record) -> Turn:
        words = self._knowledge.answer(topic, state.language)
        coming = words or Say(self._knowledge.sentence("hand-over-requested", state.language))
        need = replace(need_of(state), video=topic == ASK_VIDEO)
        record = replace(record, action="handover", answer=coming.answer)
        return turn(replace(state, over=True), coming, record, HandOver(need, "requested"))

    def _hand_over_topic(self, state: State, answer: Say | None, record: Record, *, sensitive: bool) -> Turn:
        sentence = "hand-over-sensitive" if sensitive else "hand-over-topic"
        why: HandoverReason = "sensitive" if sensitive else "emergency" if state.urgency == "emergency" else "unsure"
        words = answer or Say(self._knowledge.sentence(sentence, state.language))
        record = replace(record, action="handover")
        return turn(replace(state, over=True), words, record, HandOver(need_of(state), why))

    def _and_then(self, state: State) -> Say:
        """After an answer: whether it helped, and the form where there is one. A person is always one choice."""
        language, topic = state.language, self._knowledge.zone.topic(state.topic) if state.topic else None
        form = topic.form if topic is not None else None
        yes = self._knowledge.choice("helped.yes", "helped-yes", language)
        if state.interview is not None:
            resume = self._knowledge.choice("form.resume", "form-resume", language)
            return Say(self._knowledge.sentence("form-resume-offer", language), (resume, yes, self._person(state)))
        if form is not None:
            start = self._knowledge.choice("form.yes", "form-start", language)
            later = self._knowledge.choice("form.no", "form-no", language)
            return Say(self._knowledge.sentence("form-offer", language), (start, later, self._person(state)))
        return self._whether_it_helped(state)

    def _whether_it_helped(self, state: State) -> Say:
        yes = self._knowledge.choice("helped.yes", "helped-yes", state.language)
        no = self._knowledge.choice("helped.no", "helped-no", state.language)
        return Say(self._knowledge.sentence("helped", state.language), (yes, no, self._person(state)))

    def _person(self, state: State) -> Choice:
        return self._knowledge.person(state.language)

    def _anything_else(self, language: Language) -> Say:
        end: Choice = self._knowledge.choice("more.no", "end", language)
        more = self._knowledge.choice("more.yes", "more", language)
        return Say(self._knowledge.sentence("anything-else", language), (end, more))
