"""What was said is said once, whatever happened to the acknowledgement."""

from server.protocol import commands as c
from tests.desk.harness import Bench


async def test_repeating_what_was_said_before_the_end_gives_the_same_number(desk: Bench) -> None:
    citizen, agent, conversation = await desk.helped()
    message = c.PostMessage(conversation=conversation, client_id="said-0001", text="dank u")
    posted = await desk.do(citizen, message)
    await desk.do(agent, c.CloseConversation(conversation=conversation, outcome=desk.zone.outcomes[0].id))
    assert await desk.do(citizen, message) == posted
    with desk.refused("client_id_reused"):
        await desk.do(citizen, c.PostMessage(conversation=conversation, client_id="said-0001", text="iets anders"))
    with desk.refused("conversation_closed"):
        await desk.say(citizen, conversation, "nog iets")


async def test_repeating_what_was_said_before_handing_over_gives_the_same_number(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    message = c.PostMessage(conversation=conversation, client_id="said-0001", text="ik verbind u door")
    posted = await desk.do(agent, message)
    await desk.do(agent, c.TransferConversation(conversation=conversation, team="central"))
    assert await desk.do(agent, message) == posted
    assert (await desk.texts(conversation)).count("ik verbind u door") == 1
    with desk.refused("not_allowed"):
        await desk.say(agent, conversation, "nog iets")
