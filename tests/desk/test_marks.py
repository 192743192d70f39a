"""Marks: an agent finds an answer of the bot wrong, colleagues see it, and anybody may take it back."""

import asyncio
from typing import Any

from server.protocol import commands as c
from tests.desk.bot_talk import chief, client_id, figures, talk, utterances
from tests.desk.harness import Bench


def mark(conversation: str, message: int, **more: Any) -> c.MarkAnswer:
    return c.MarkAnswer(
        conversation=conversation, client_id=client_id(), message=message, **{"reason": "wrong_topic", **more}
    )


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
    for number in (0, answer - 1, answer + 40, 2**53 - 1):
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
