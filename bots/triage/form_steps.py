"""The steps of a form: the bot asks what, when and where, and a person takes over with everything filled in."""

from collections.abc import Iterable

from msgspec.structs import replace

from bots.triage.actions import Fill, HandOver, Record, Say
from bots.triage.interview import Interviewer, Noted
from bots.triage.knowledge import MOST_CHOICES, Knowledge
from bots.triage.outcomes import MOST_UNSURE
from bots.triage.questions import FIELD
from bots.triage.replies import Replies
from bots.triage.state import Interview, Said, State
from bots.triage.turn import Turn, need_of, turn
from bots.triage.wording import Wording
from server.protocol.words import Choice, Urgency

RISING: tuple[Urgency, ...] = ("routine", "priority", "emergency")

NOTED, FIX = "noted.", "fix."
ALL = "all"


class FormSteps:
    """Makes turns of an interview. Keeps nothing."""

    def __init__(self, knowledge: Knowledge, interviewer: Interviewer, replies: Replies, wording: Wording) -> None:
        self._knowledge = knowledge
        self._interviewer = interviewer
        self._replies = replies
        self._wording = wording

    def begin(self, state: State, said: Said) -> Turn | None:
        """Start the report of the state's topic and ask the first question; None where the topic has no form."""
        topic = self._knowledge.zone.topic(state.topic) if state.topic else None
        if topic is None or topic.form is None or topic.sensitive:
            return None
        if state.interview is not None:
            # One conversation holds one report.
            same = state.interview.form == topic.form
            return self.resume(state, state.interview) if same else self._one_at_a_time(state)
        interview = self._interviewer.begin(topic.form, state.told, said.at, state.language)
        intro = Say(self._knowledge.sentence("form-intro", state.language))
        return self._go_on(state, Noted(interview), Record("form"), Fill(interview.form, {}), intro)

    def resume(self, state: State, interview: Interview) -> Turn:
        """Go on where the interview was left."""
        interview = replace(interview, paused=False)
        state = replace(state, interview=interview, topic=self._topic(interview) or state.topic)
        if _is_done(interview):
            return self._go_on(state, Noted(interview), Record("form"))
        return turn(state, *self.question(state), Record("form"))

    def pause(self, state: State, interview: Interview) -> Turn:
        """Leave the interview as it is; it can be gone on with."""
        person = self._knowledge.person(state.language)
        paused = Say(self._knowledge.sentence("form-paused", state.language), (self.resuming(state), person))
        return turn(replace(state, interview=replace(interview, paused=True)), paused, Record("form"))

    def wait(self, state: State) -> Turn:
        """Somebody looks something up; the question stands."""
        offered = Say(self._knowledge.sentence("form-wait", state.language), state.offered)
        return turn(state, offered, Record("wait"))

    def resuming(self, state: State) -> Choice:
        """The choice to go on with the form."""
        return self._knowledge.choice("form.resume", "form-resume", state.language)

    def choose(self, state: State, interview: Interview, value: str, record: Record) -> Turn:
        """The present question is answered by a choice."""
        if _is_done(interview):
            return self._go_on(state, Noted(interview), record)
        if interview.proposed:
            return turn(state, *self.question(state), record)
        if value == "skip":
            return self._go_on(state, self._interviewer.skipped(interview), record)
        return self._settle(state, interview, self._interviewer.chosen(interview, value), record)

    def confirm(self, state: State, interview: Interview, right: bool, record: Record) -> Turn:
        """What was understood is right, or is not."""
        if _is_done(interview):
            return self._go_on(state, Noted(interview), record)
        if not interview.proposed:
            return turn(state, *self.question(state), record)
        decide = self._interviewer.confirmed if right else self._interviewer.rejected
        return self._go_on(state, decide(interview), record)

    def fix(self, state: State, interview: Interview, id: str, record: Record) -> Turn:
        """One thing is wrong: of what was understood, or of what was answered before."""
        if interview.proposed:
            return self._go_on(state, self._interviewer.without(interview, None if id == ALL else id), record)
        if id in interview.fields:
            return self._go_on(state, self._interviewer.reopened(interview, id), record)
        return turn(state, *self.question(state), record)

    def answer(self, state: State, interview: Interview, said: Said, record: Record) -> Turn:
        """The present question is answered in words, or an earlier answer corrected."""
        language, reply = state.language, self._replies.read(said.text)
        if interview.proposed:
            noted = self._interviewer.reproposed(interview, said, language)
            if noted.again == "form-confirm-again":
                if reply == "wrong" or self._replies.begins_with(said.text, "no"):
                    return self.confirm(state, interview, False, record)
                if self._replies.begins_with(said.text, "yes"):
                    return self.confirm(state, interview, True, record)
            return self._settle(state, interview, noted, record)
        if _is_done(interview):
            return self._go_on(state, Noted(interview), record)
        if reply == "back":
            return self._go_on(state, self._interviewer.back(interview), record)
        if reply == "wrong" and interview.fields:
            return self._which(state, interview, tuple(interview.fields), record)
        if self._corrects(interview, said.text):
            mended = self._interviewer.corrected(interview, said, language)
            if mended is not None:
                return self._mended(state, mended, record)
        return self._settle(state, interview, self._interviewer.answer(interview, said, language), record)

    def question(self, state: State) -> tuple[Say, ...]:
        """What is asked now, if anything: whether it was understood well, or the present question."""
        interview = state.asking
        if interview is None:
            return ()
        if interview.doubted:
            return (self._which_wrong(state, interview, tuple(interview.proposed)),)
        if interview.proposed:
            return (self._is_it_right(state, interview),)
        return (self._present(state, interview),) if interview.questions else ()

    def asks_for_a_person(self, interview: Interview) -> bool:
        """Whether what is asked now is whether a person has to take over: violence is no other topic then."""
        return (
            not interview.proposed
            and bool(interview.questions)
            and (self._interviewer.present(interview).to_person is not None)
        )

    def offers(self, interview: Interview) -> bool:
        """Whether what is asked now is answered by one of a few choices."""
        asked = bool(interview.questions) and self._interviewer.present(interview).kind in ("choice", "yes_no")
        return bool(interview.proposed) or asked

    # --- what is said

    def _present(self, state: State, interview: Interview) -> Say:
        language, question = state.language, self._interviewer.present(interview)
        number, of = self._interviewer.progress(interview)
        progress = self._knowledge.sentence("form-progress", language, number=number, of=of)
        words = [progress, question.words[language], *([question.help[language]] if question.help else [])]
        offered = question.choices(language)
        if question.kind == "yes_no":
            offered = tuple(self._knowledge.choice(f"{FIELD}{reply}", reply, language) for reply in ("yes", "no"))
        if self._interviewer.unknown(interview) is None:
            offered = (*offered, self._knowledge.choice(f"{FIELD}skip", "skip", language))
        return Say("\n".join(words), offered)

    def _is_it_right(self, state: State, interview: Interview) -> Say:
        language = state.language
        choices = tuple(
            self._knowledge.choice(f"{NOTED}{reply}", f"form-noted-{reply}", language) for reply in ("yes", "no")
        )
        lines = self._lines(interview, interview.proposed, state)
        if len(lines) == 1:
            return Say(self._knowledge.sentence("form-confirm-one", language, answer=lines[0]), choices)
        answers = "\n".join(f"- {line}" for line in lines)
        return Say(self._knowledge.sentence("form-confirm-many", language, answers=answers), choices)

    def _which_wrong(self, state: State, interview: Interview, ids: tuple[str, ...]) -> Say:
        language = state.language
        offered = [
            Choice(value=FIX + id, label=self._interviewer.question(interview, id).label[language])
            for id in ids[-(MOST_CHOICES - 1) :]
        ]
        if interview.proposed:
            offered.append(self._knowledge.choice(FIX + ALL, "form-all-wrong", language))
        return Say(self._knowledge.sentence("form-which-wrong", language), tuple(offered))

    def _lines(self, interview: Interview, ids: Iterable[str], state: State) -> list[str]:
        known = {**interview.fields, **interview.proposed}
        return [self._wording.line(self._interviewer.question(interview, id), known[id], state.language) for id in ids]

    # --- where it leads

    def _corrects(self, interview: Interview, text: str) -> bool:
        """Whether a text takes an earlier answer back. To a question of yes or no, a no alone is an answer."""
        kind = self._interviewer.present(interview).kind
        match self._replies.corrects(text):
            case "surely":
                return True
            case "perhaps":
                return kind != "yes_no"
        # "It was Tuesday" answers the question when; to another question it corrects.
        return kind in ("yes_no", "choice", "amount") and self._replies.begins_with(text, "it_was")

    def _mended(self, state: State, noted: Noted, record: Record) -> Turn:
        lines = self._lines(noted.interview, tuple(noted.filled), state)
        mended = self._knowledge.sentence("form-mended", state.language, answer="; ".join(lines))
        return self._go_on(state, noted, record, Say(mended))

    def _which(self, state: State, interview: Interview, ids: tuple[str, ...], record: Record) -> Turn:
        return turn(state, self._which_wrong(state, interview, ids), record)

    def _settle(self, state: State, interview: Interview, noted: Noted, record: Record) -> Turn:
        """What cannot be read is asked once more, then left to the person; two such questions in a row are enough."""
        if noted.again is None:
            return self._go_on(state, noted, record)
        if not interview.repeated:
            state = replace(state, interview=replace(interview, repeated=True))
            again = Say(self._knowledge.sentence(noted.again, state.language))
            return turn(state, again, *self.question(state), record)
        if interview.proposed:
            return self._go_on(state, self._interviewer.without(interview, None), record)
        left = self._interviewer.skipped(interview, unread=True)
        if left.interview.unread >= MOST_UNSURE:
            sorry = Say(self._knowledge.sentence("hand-over-unsure", state.language))
            state = replace(state, interview=left.interview, over=True)
            return turn(state, sorry, replace(record, action="handover"), HandOver(need_of(state), "form"))
        return self._go_on(state, left, record)

    def _go_on(self, state: State, noted: Noted, record: Record, *first: Fill | Say) -> Turn:
        """Fill in what is known, and ask the next question; after the last one, or where it is for a person, a person
        comes.
        """
        interview = noted.interview
        place = self._interviewer.place(interview) or state.neighbourhood
        state = replace(state, interview=interview, neighbourhood=place)
        filled = (Fill(interview.form, dict(noted.filled)),) if noted.filled else ()
        if self._interviewer.is_for_a_person(interview):
            urgency = max(state.urgency, "priority", key=RISING.index)
            return self._hand_over(replace(state, urgency=urgency), "hand-over-form-first", record, *first, *filled)
        if _is_done(interview):
            return self._hand_over(state, "hand-over-form", record, *first, *filled)
        return turn(state, *first, *filled, *self.question(state), record)

    def _hand_over(self, state: State, sentence: str, record: Record, *first: Fill | Say) -> Turn:
        interview = state.interview
        if interview is None:
            raise ValueError("a form is handed over without a form")
        state = replace(state, over=True)
        words = [self._knowledge.sentence(sentence, state.language)]
        if lines := self._lines(interview, interview.fields, state):
            words += ["", self._knowledge.sentence("form-noted", state.language), *(f"- {line}" for line in lines)]
        return turn(state, *first, Say("\n".join(words)), record, HandOver(need_of(state), "form"))

    def _one_at_a_time(self, state: State) -> Turn:
        choices = (self._knowledge.person(state.language), self.resuming(state))
        return turn(state, Say(self._knowledge.sentence("form-other", state.language), choices), Record("form"))

    def _topic(self, interview: Interview) -> str | None:
        form = self._knowledge.zone.form(interview.form)
        return form.topic if form else None


def _is_done(interview: Interview) -> bool:
    """Whether nothing is left to ask: the citizen wrote the rest in the report itself."""
    return not interview.questions and not interview.proposed
