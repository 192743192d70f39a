"""The bot's work: counted as it was, marked by agents, looked over by supervisors only, and never without a trace."""

import asyncio
import secrets
from datetime import timedelta
from typing import Any

import msgspec

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.protocol.entries import ContactLinked, TriageDecided
from server.protocol.results import BotFigures, LessonsKept, Utterance, UtterancesListed
from server.protocol.words import Stage, TriageAction
from server.store.tokens import hashed
from tests.desk.harness import START, Bench, Listener

PERIOD: dict[str, Any] = {"since": START - timedelta(days=1), "until": START + timedelta(days=30)}
STAGES = (Stage(name="gate", outcome="answer", figures={"confidence": 0.9}),)


class BotTalk:
    """A citizen and the bot, as the desk sees them."""

    def __init__(self, desk: Bench, bot: Listener, citizen: Listener, conversation: str) -> None:
        self.desk = desk
        self.bot = bot
        self.citizen = citizen
        self.id = conversation

    async def hear(self, words: str, action: TriageAction, **decided: Any) -> int:
        """The citizen says something, the bot answers and records why; the number of its answer."""
        said = await self.desk.say(self.citizen, self.id, words)
        answer = await self.desk.say(self.bot, self.id, "Zo zit het.")
        await self.desk.do(
            self.bot,
            c.RecordTriage(
                conversation=self.id,
                client_id=f"t{said}-triage-decided",
                message=said,
                action=action,
                said=(answer,),
                **{"stages": STAGES, "language": "nl", "topics": ("bike_theft",), **decided},
            ),
        )
        return answer

    async def press(self, label: str, action: TriageAction, **decided: Any) -> int:
        """The citizen presses a button."""
        return await self.hear(label, action, **{"stages": (), "language": None, "topics": (), **decided})

    async def end(self) -> None:
        """The bot closes the conversation."""
        await self.desk.do(self.bot, c.CloseConversation(conversation=self.id, outcome="answered_by_bot"))


async def talk(desk: Bench, language: str = "nl", bot: Listener | None = None) -> BotTalk:
    bot = bot or desk.bot()
    citizen, conversation = await desk.citizen(language)
    return BotTalk(desk, bot, citizen, conversation)


async def chief(desk: Bench) -> Listener:
    return await desk.agent("Els", supervisor=True)


async def figures(desk: Bench, supervisor: Listener, language: str = "nl") -> BotFigures:
    reviewed = await desk.do(supervisor, c.ReviewBot(**PERIOD))
    found: BotFigures = next(each for each in reviewed.figures if each.language == language)
    return found


async def utterances(desk: Bench, supervisor: Listener, **asked: Any) -> list[Utterance]:
    listed: UtterancesListed = await desk.do(supervisor, c.ListUtterances(**PERIOD, **asked))
    return list(listed.utterances)


def client_id() -> str:
    return secrets.token_hex(8)


def mark(conversation: str, message: int, **more: Any) -> c.MarkAnswer:
    return c.MarkAnswer(
        conversation=conversation, client_id=client_id(), message=message, **{"reason": "wrong_topic", **more}
    )


async def test_what_was_decided_is_kept_whole_in_the_staff_log(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("mijn fiets is weg", "answer", model="0123456789abcdef", answer="bike_theft@1")
    (entry,) = await desk.log(about.id, "staff")
    assert isinstance(entry.body, TriageDecided)
    assert (entry.body.stages, entry.body.model, entry.body.answer) == (STAGES, "0123456789abcdef", "bike_theft@1")
    assert entry.body.said == (answer,)


async def test_each_figure_is_what_happened(desk: Bench) -> None:
    answered = await talk(desk)
    await answered.hear("mijn fiets is weg", "answer")
    await answered.press("Ja", "wait", reply="helped")
    await answered.end()
    in_vain = await talk(desk, bot=answered.bot)
    await in_vain.hear("euh dinges", "clarify")
    await in_vain.press("Geen van deze", "clarify", reply="none_of_these")
    await desk.do(in_vain.bot, c.TransferConversation(conversation=in_vain.id, why="unsure"))
    asked_for_a_person = await talk(desk, bot=answered.bot)
    await asked_for_a_person.hear("ik wil een agent", "handover", handover="requested")
    desk.pass_time(minutes=1)
    french = await talk(desk, "fr", bot=answered.bot)
    await french.hear("c'est quoi", "handover", handover="unsure", language="fr")
    await talk(desk, bot=answered.bot)

    supervisor = await chief(desk)
    assert await figures(desk, supervisor) == BotFigures(
        language="nl", conversations=3, by_bot=1, utterances=3, unanswered=1
    )
    assert await figures(desk, supervisor, "fr") == BotFigures(
        language="fr", conversations=1, utterances=1, unanswered=1
    )
    assert [each.text for each in await utterances(desk, supervisor)] == ["c'est quoi", "euh dinges"]
    assert [each.text for each in await utterances(desk, supervisor, language="fr")] == ["c'est quoi"]


async def test_a_topic_that_the_citizen_picks_makes_asking_back_worth_it(desk: Bench) -> None:
    about = await talk(desk)
    await about.hear("dat van gisteren", "clarify", topics=("noise_nuisance", "bike_theft"))
    await about.press("Fiets gestolen", "answer", topics=("bike_theft",), reply="chose_topic")
    supervisor = await chief(desk)
    assert (await figures(desk, supervisor)).unanswered == 0
    await about.press("Nee", "clarify", reply="not_helped")
    (listed,) = await utterances(desk, supervisor)
    assert (listed.text, listed.causes, listed.topic) == ("dat van gisteren", ("not_helped",), "bike_theft")


async def test_a_decision_that_is_recorded_twice_counts_once(desk: Bench) -> None:
    about = await talk(desk)
    said = await desk.say(about.citizen, about.id, "wat nu")
    record = c.RecordTriage(
        conversation=about.id, client_id="t2-once-only", message=said, action="clarify", stages=STAGES, language="nl"
    )
    await desk.do(about.bot, record)
    await desk.do(about.bot, record)
    assert (await figures(desk, await chief(desk))).unanswered == 1


async def test_an_agent_marks_an_answer_as_wrong_and_takes_it_back(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("mijn fiets is weg", "answer")
    await desk.do(about.bot, c.TransferConversation(conversation=about.id, why="requested"))
    agent, colleague = await desk.agent(), await desk.agent("Bram")
    for each in (agent, colleague):
        await desk.do(each, c.ShowConversation(conversation=about.id))
    marked = mark(about.id, answer, topic="lost_id")
    await desk.do(agent, marked)
    await desk.do(agent, marked)
    heard = [each["body"] for each in colleague.events("entry") if each["body"]["type"] == "answer.marked"]
    assert heard[0] == {"type": "answer.marked", "message": answer, "reason": "wrong_topic", "topic": "lost_id"}
    assert (await desk.types(about.id, "staff")).count("answer.marked") == 1
    assert "change.mark_answer" in await desk.audit(agent.connection.actor)  # type: ignore[arg-type]
    assert "answer.marked" not in str(about.citizen.heard)

    supervisor = await chief(desk)
    (listed,) = await utterances(desk, supervisor, cause="wrong")
    assert (listed.wrong, listed.right_topic, listed.causes) == ("wrong_topic", "lost_id", ("wrong",))
    await desk.do(supervisor, mark(about.id, answer, reason="missed_danger"))
    assert (await figures(desk, supervisor)).missed_danger == 1

    unmark = c.UnmarkAnswer(conversation=about.id, client_id=client_id(), message=answer)
    await desk.do(colleague, unmark)
    await desk.do(colleague, unmark)
    assert (await desk.types(about.id, "staff"))[-1] == "answer.unmarked"
    assert await utterances(desk, supervisor) == []
    assert (await figures(desk, supervisor)).wrong == 0


async def test_only_what_the_bot_said_can_be_marked_and_only_by_who_may_see_it(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("mijn fiets is weg", "answer")
    await about.end()
    agent = await desk.agent()
    for number in (answer - 1, answer + 40):
        with desk.refused("no_such_answer"):
            await desk.do(agent, mark(about.id, number))
    with desk.refused("malformed"):
        await desk.do(agent, mark(about.id, answer, topic="no_such_topic"))
    stranger = await desk.agent("Karim", teams=("prevention",))
    with desk.refused("no_such_conversation"):
        await desk.do(stranger, mark(about.id, answer))
    # What was answered is often found wrong when the conversation is over.
    await desk.do(agent, mark(about.id, answer, reason="wrong_text"))


async def test_two_agents_who_mark_at_once_leave_one_mark(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("mijn fiets is weg", "answer")
    await about.end()
    agents = [await desk.agent(name) for name in ("Sofie", "Bram", "An")]
    await asyncio.gather(*(desk.do(agent, mark(about.id, answer)) for agent in agents))
    supervisor = await chief(desk)
    assert (await figures(desk, supervisor)).wrong == 1
    assert (await desk.types(about.id, "staff")).count("answer.marked") == 3


async def test_only_a_supervisor_looks_it_over(desk: Bench) -> None:
    about = await talk(desk)
    await about.hear("wat nu", "clarify")
    agent = await desk.agent()
    lesson: dict[str, Any] = {"conversation": about.id, "message": 2}
    for command in (
        c.ReviewBot(**PERIOD),
        c.ListUtterances(**PERIOD),
        c.AddLesson(**lesson, text="wat nu", topic="bike_theft", language="nl"),
        c.RemoveLesson(**lesson),
    ):
        with desk.refused("not_allowed"):
            await desk.do(agent, command)


async def test_reading_what_citizens_said_leaves_a_line_for_each_conversation(desk: Bench) -> None:
    first = await talk(desk)
    second = await talk(desk, bot=first.bot)
    for each in (first, second):
        await each.hear("wat nu", "clarify")
        await each.hear("wat dan", "clarify")
    supervisor = await chief(desk)
    await desk.do(supervisor, c.ReviewBot(**PERIOD))
    assert await desk.audit(supervisor.connection.actor) == []  # type: ignore[arg-type]
    assert len(await utterances(desk, supervisor)) == 4
    assert await desk.audit(supervisor.connection.actor) == ["bot.utterances"] * 2  # type: ignore[arg-type]


async def test_a_long_list_is_read_page_by_page(desk: Bench) -> None:
    about = await talk(desk)
    for number in range(7):
        if number % 3 == 0:
            desk.pass_time(seconds=1)
        await about.hear(f"vraag {number}", "clarify")
    supervisor = await chief(desk)
    read: list[str] = []
    after = None
    while True:
        listed = await desk.do(supervisor, c.ListUtterances(**PERIOD, after=after, limit=2))
        read += [each.text for each in listed.utterances]
        after = listed.next
        if after is None:
            break
    assert read == [f"vraag {number}" for number in reversed(range(7))]


async def test_a_time_or_a_place_that_is_none_is_refused(desk: Bench) -> None:
    supervisor = await chief(desk)
    wrong: tuple[dict[str, Any], ...] = (
        {"since": START, "until": START},
        {"since": START, "until": START + timedelta(days=400)},
        {"since": START.replace(tzinfo=None), "until": START + timedelta(days=1)},
    )
    for asked in wrong:
        for command in (c.ReviewBot(**asked), c.ListUtterances(**asked)):
            with desk.refused("malformed"):
                await desk.do(supervisor, command)
    for after in ("", "x", "1.2", "9" * 40 + ".1.c_abcdefgh", "a.b.c"):
        with desk.refused("malformed"):
            await desk.do(supervisor, c.ListUtterances(**PERIOD, after=after))


async def linked(desk: Bench, agent: Listener, later: str, earlier: str | None) -> None:
    await desk.do(agent, c.LinkContact(conversation=later, client_id=client_id(), earlier=earlier))


async def test_who_comes_back_is_known_where_an_agent_says_so(desk: Bench) -> None:
    earlier = await talk(desk)
    await earlier.hear("mijn fiets is weg", "answer")
    await earlier.end()
    desk.pass_time(days=3)
    later = await talk(desk, bot=earlier.bot)
    await later.hear("nog altijd weg", "answer")
    other = await talk(desk, "fr", bot=earlier.bot)
    agent, supervisor = await desk.agent(), await chief(desk)
    await desk.do(later.bot, c.TransferConversation(conversation=later.id, why="requested"))
    await desk.do(other.bot, c.TransferConversation(conversation=other.id, why="requested"))

    found = await desk.do(agent, c.FindContacts(conversation=later.id))
    assert [(each.conversation, each.by_bot) for each in found.contacts] == [(earlier.id, True)]
    assert (await desk.do(agent, c.FindContacts(conversation=other.id))).contacts == ()

    await linked(desk, agent, later.id, earlier.id)
    figure = await figures(desk, supervisor)
    assert (figure.by_bot, figure.by_bot_recontact, figure.recontact) == (1, 1, 1)
    (listed,) = await utterances(desk, supervisor, cause="recontact")
    assert (listed.text, listed.causes) == ("mijn fiets is weg", ("recontact",))
    assert "contact.link" in await desk.audit(agent.connection.actor)  # type: ignore[arg-type]

    await linked(desk, agent, later.id, None)
    assert (await figures(desk, supervisor)).recontact == 0
    links = [entry.body for entry in await desk.log(later.id, "staff") if isinstance(entry.body, ContactLinked)]
    assert [link.earlier and link.earlier.conversation for link in links] == [earlier.id, None]


async def test_after_seven_days_it_is_another_matter(desk: Bench) -> None:
    earlier = await talk(desk)
    await earlier.hear("mijn fiets is weg", "answer")
    await earlier.end()
    desk.pass_time(days=8)
    later = await talk(desk, bot=earlier.bot)
    agent, supervisor = await desk.agent(), await chief(desk)
    await desk.do(later.citizen, c.RequestPerson(conversation=later.id))
    assert (await desk.do(agent, c.FindContacts(conversation=later.id))).contacts == ()
    await linked(desk, agent, later.id, earlier.id)
    assert (await figures(desk, supervisor)).by_bot_recontact == 0


async def test_a_conversation_follows_an_earlier_one_that_the_agent_may_see(desk: Bench) -> None:
    earlier = await talk(desk)
    await earlier.end()
    desk.pass_time(hours=1)
    later = await talk(desk, bot=earlier.bot)
    await desk.do(later.citizen, c.RequestPerson(conversation=later.id))
    agent = await desk.agent()
    with desk.refused("malformed"):
        await linked(desk, agent, later.id, later.id)
    with desk.refused("malformed"):
        await linked(desk, agent, earlier.id, later.id)
    with desk.refused("no_such_conversation"):
        await linked(desk, agent, later.id, "c_nowhere-at-all")
    # What waits may be taken by another team too; what is over may only be seen by its own.
    stranger = await desk.agent("Karim", teams=("prevention",))
    assert (await desk.do(stranger, c.FindContacts(conversation=later.id))).contacts == ()
    with desk.refused("no_such_conversation"):
        await linked(desk, stranger, later.id, earlier.id)


async def opened_after(desk: Bench, token: str) -> str:
    citizen = desk.connect(Citizen(hashed(secrets.token_urlsafe(32))))
    shown = await desk.do(citizen, c.OpenConversation(language="nl", earlier=token))
    return str(shown.conversation)


async def test_a_citizen_says_that_it_is_about_the_same(desk: Bench) -> None:
    token = secrets.token_urlsafe(32)
    citizen = desk.connect(Citizen(hashed(token)))
    earlier = (await desk.do(citizen, c.OpenConversation(language="nl"))).conversation
    await desk.say(citizen, earlier, "mijn fiets is weg")
    # As long as it goes on, there is nothing to come back to.
    assert "contact.linked" not in await desk.types(await opened_after(desk, token), "staff")
    await desk.do(citizen, c.EndConversation(conversation=earlier))
    desk.pass_time(days=2)
    later = await opened_after(desk, token)
    (entry,) = await desk.log(later, "staff")
    assert isinstance(entry.body, ContactLinked)
    assert entry.body.earlier is not None
    assert entry.body.earlier.conversation == earlier
    assert "contact.linked" not in await desk.types(later)


async def test_a_token_that_was_revoked_or_never_was_says_nothing(desk: Bench) -> None:
    token = secrets.token_urlsafe(32)
    citizen = desk.connect(Citizen(hashed(token)))
    earlier = (await desk.do(citizen, c.OpenConversation(language="nl"))).conversation
    await desk.do(citizen, c.RevokeToken(conversation=earlier))
    for each in (token, secrets.token_urlsafe(32)):
        assert await desk.types(await opened_after(desk, each), "staff") == []


async def test_an_utterance_becomes_training_data_in_a_file(desk: Bench) -> None:
    about = await talk(desk)
    await about.hear("mijn velo is foetsie, bel 0470 12 34 56", "clarify", topics=())
    supervisor = await chief(desk)
    (listed,) = await utterances(desk, supervisor)
    assert listed.masked == "mijn velo is foetsie, bel …"
    place: dict[str, Any] = {"conversation": listed.conversation, "message": listed.message}
    with desk.refused("personal_data"):
        await desk.do(supervisor, c.AddLesson(**place, text=listed.text, topic="bike_theft", language="nl"))
    add = c.AddLesson(**place, text="mijn velo\nis foetsie ", topic="bike_theft", language="nl")
    kept: LessonsKept = await desk.do(supervisor, add)
    assert await desk.do(supervisor, add) == kept == LessonsKept(count=1, folder=str(desk.folder / "lessons"))
    topics = msgspec.yaml.decode((desk.folder / "lessons/nl/topics.yaml").read_bytes(), type=dict[str, str])
    assert topics == {"bike_theft": "mijn velo is foetsie\n"}
    assert not (desk.folder / "lessons/nl/danger.yaml").exists()
    ((again),) = await utterances(desk, supervisor)
    assert again.lesson is not None
    assert again.lesson.text == "mijn velo is foetsie"

    await desk.do(supervisor, c.AddLesson(**place, text="brand! nu", topic="emergency", language="fr"))
    assert not (desk.folder / "lessons/nl/topics.yaml").exists()
    danger = msgspec.yaml.decode((desk.folder / "lessons/fr/danger.yaml").read_bytes())
    assert danger == {"emergencies": "brand! nu\n", "near_misses": {}, "elsewhere": ""}
    await desk.do(supervisor, c.RemoveLesson(**place))
    assert list((desk.folder / "lessons").rglob("*.yaml")) == []
    assert (await desk.audit(supervisor.connection.actor)).count("lesson.add") == 3  # type: ignore[arg-type]


async def test_what_no_citizen_said_is_no_lesson(desk: Bench) -> None:
    about = await talk(desk)
    answer = await about.hear("wat nu", "clarify")
    supervisor = await chief(desk)
    for message, text, topic in (
        (answer, "wat nu", "bike_theft"),
        (1, "wat nu", "bike_theft"),
        (answer - 1, " \n ", "bike_theft"),
        (answer - 1, "wat nu", "no_such_topic"),
    ):
        with desk.refused("malformed"):
            await desk.do(
                supervisor,
                c.AddLesson(conversation=about.id, message=message, text=text, topic=topic, language="nl"),
            )
