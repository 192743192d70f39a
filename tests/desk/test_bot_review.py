"""The bot's work: counted as it was, looked over by supervisors only, and never without a trace."""

from datetime import timedelta
from typing import Any

from server.protocol import commands as c
from server.protocol.bot_entries import TriageDecided
from server.protocol.results import BotFigures
from tests.desk.bot_talk import PERIOD, STAGES, chief, figures, talk, utterances
from tests.desk.harness import START, Bench


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
    for after in ("", "x", "1.2", "9" * 40 + ".1.c_abcdefgh", "1.9999999999.c_abcdefgh", "a.b.c"):
        with desk.refused("malformed"):
            await desk.do(supervisor, c.ListUtterances(**PERIOD, after=after))


async def test_a_decision_is_about_what_was_said(desk: Bench) -> None:
    about = await talk(desk)
    for wrong in ({"message": 9}, {"message": 2**53 - 1}, {"message": 1, "said": (2**40,)}):
        with desk.refused("malformed"):
            record: dict[str, Any] = {"client_id": "t1-as-it-never-was", "action": "answer", **wrong}
            await desk.do(about.bot, c.RecordTriage(conversation=about.id, **record))
