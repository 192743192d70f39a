"""Reading a log part by part: who may, what is refused, what it leaves, and what is told beside it."""

from typing import Any

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.protocol.entries import ConversationOpened
from server.protocol.results import ConversationShown, LogSlice
from tests.desk.harness import Bench, Listener


async def read(desk: Bench, by: Listener, conversation: str, **part: Any) -> list[int]:
    """The numbers of what is read."""
    found: LogSlice = await desk.do(by, c.SyncLog(conversation=conversation, **part))
    assert found.last == len(await desk.log(conversation, found.log))
    return [entry.number for entry in found.entries]


async def noted(desk: Bench, agent: Listener, conversation: str, notes: int) -> None:
    for number in range(notes):
        await desk.do(agent, c.PostNote(conversation=conversation, client_id=f"note-{number:04}", text=str(number)))


async def test_citizen_agent_and_bot_read_the_end_first_and_go_back(desk: Bench) -> None:
    bot = desk.bot()
    citizen, conversation = await desk.citizen()
    for number in range(8):
        await desk.say(citizen, conversation, str(number))
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    agent = await desk.agent()
    for reader in (citizen, agent, bot):
        assert await read(desk, reader, conversation, last=True, limit=4) == [7, 8, 9, 10]
        assert await read(desk, reader, conversation, last=True, limit=4, before=7) == [3, 4, 5, 6]
        assert await read(desk, reader, conversation, last=True, limit=4, before=3) == [1, 2]
        assert await read(desk, reader, conversation, after=5, before=9) == [6, 7, 8]


async def test_the_staff_log_is_read_back_by_staff_alone(desk: Bench) -> None:
    bot = desk.bot()
    citizen, agent, conversation = await desk.helped()
    await noted(desk, agent, conversation, 6)
    last = len(await desk.log(conversation, "staff"))
    assert await read(desk, agent, conversation, log="staff", last=True, limit=2, before=last) == [last - 2, last - 1]
    with desk.refused("not_allowed"):
        await desk.do(citizen, c.SyncLog(conversation=conversation, log="staff", last=True, before=last))
    other, waiting = await desk.citizen()
    with desk.refused("not_allowed"):
        await desk.do(bot, c.SyncLog(conversation=waiting, log="staff", last=True, before=2))
    for stranger in (other, bot):
        with desk.refused("no_such_conversation"):
            await desk.do(stranger, c.SyncLog(conversation=conversation, last=True, before=3))


async def test_a_part_that_can_hold_nothing_is_refused(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    for after, before in ((0, 0), (5, 5), (5, 2)):
        with desk.refused("malformed"):
            await desk.do(citizen, c.SyncLog(conversation=conversation, after=after, before=before))
    assert await read(desk, citizen, conversation, last=True, before=1) == []
    assert await read(desk, citizen, conversation, last=True, before=2**53 - 1) == [1]
    assert await read(desk, citizen, conversation, after=2**53 - 1) == []


async def test_each_part_that_staff_reads_leaves_its_line(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    await noted(desk, agent, conversation, 3)
    lines = await desk.audit(agent.connection.actor)  # type: ignore[arg-type]
    for log in ("shared", "staff"):
        await read(desk, agent, conversation, log=log, last=True, limit=2)
        await read(desk, agent, conversation, log=log, last=True, limit=2, before=2)
    after = await desk.audit(agent.connection.actor)  # type: ignore[arg-type]
    assert after[len(lines) :] == ["log.sync.shared", "log.sync.shared", "log.sync.staff", "log.sync.staff"]


async def shown(desk: Bench, by: Listener, conversation: str) -> ConversationShown:
    found: ConversationShown = await desk.do(by, c.ShowConversation(conversation=conversation))
    return found


async def test_who_opens_a_conversation_gets_the_end_of_its_log_along_where_it_is_wished(desk: Bench) -> None:
    citizen, conversation = await desk.citizen()
    for number in range(8):
        await desk.say(citizen, conversation, str(number))
    for wanted, numbers in ((None, []), (3, [7, 8, 9]), (50, [1, 2, 3, 4, 5, 6, 7, 8, 9])):
        told = await desk.do(citizen, c.OpenConversation(language="nl", entries=wanted))
        assert [entry.number for entry in told.entries] == numbers
        assert told.shared_last == 9


async def test_a_new_conversation_begins_with_what_is_in_it(desk: Bench) -> None:
    told = await desk.do(desk.connect(Citizen("new" * 21 + "0")), c.OpenConversation(language="nl", entries=50))
    assert [type(entry.body) for entry in told.entries] == [ConversationOpened]


async def test_staff_is_told_what_the_first_entries_said(desk: Bench) -> None:
    earlier_citizen, earlier = await desk.citizen()
    await desk.do(earlier_citizen, c.EndConversation(conversation=earlier))
    desk.pass_time(hours=2)
    opened = desk.now
    citizen, agent, conversation = await desk.helped()
    told = await shown(desk, agent, conversation)
    assert (told.opened_at, told.site, told.earlier) == (opened, None, None)
    link = c.LinkContact(conversation=conversation, client_id="linked-000", earlier=earlier)
    await desk.do(agent, link)
    told = await shown(desk, agent, conversation)
    assert told.earlier is not None
    assert (told.earlier.conversation, told.earlier.helped_by) == (earlier, "nobody")
    await desk.do(agent, c.LinkContact(conversation=conversation, client_id="linked-001"))
    assert (await shown(desk, agent, conversation)).earlier is None
    await desk.do(agent, c.LinkContact(conversation=conversation, client_id="linked-002", earlier=earlier))
    seen = await desk.do(citizen, c.OpenConversation(language="nl"))
    assert (seen.opened_at, seen.site, seen.earlier) == (None, None, None)


async def test_where_the_citizen_came_from_is_told_to_staff(desk: Bench) -> None:
    citizen, conversation = await desk.citizen("nl", site="https://www.gemeente.example")
    agent = await desk.agent(supervisor=True)
    await desk.do(citizen, c.RequestPerson(conversation=conversation))
    assert (await shown(desk, agent, conversation)).site == "https://www.gemeente.example"


async def test_how_far_staff_has_read_the_notes_is_told_to_staff_alone(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    await noted(desk, agent, conversation, 3)
    await desk.do(agent, c.MarkRead(conversation=conversation, log="staff", number=2))
    told = await shown(desk, agent, conversation)
    mine = {each.log: each.number for each in told.read if each.participant == told.participant}
    assert mine["staff"] == 2
    seen = await desk.do(citizen, c.OpenConversation(language="nl"))
    assert {each.log for each in seen.read} == {"shared"}
