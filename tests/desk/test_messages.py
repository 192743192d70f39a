"""What was said or done is said or done once, whatever happened to the acknowledgement."""

from server.protocol import commands as c
from server.protocol.words import Need
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


async def test_repeating_a_transfer_is_safe_also_for_one_who_no_longer_sees_the_conversation(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    transfer = c.TransferConversation(conversation=conversation, team="prevention", client_id="transfer-1")
    await desk.do(agent, transfer)
    await desk.do(agent, transfer)
    assert (await desk.types(conversation, "staff")).count("transfer.made") == 1
    with desk.refused("not_allowed"):
        await desk.do(agent, c.TransferConversation(conversation=conversation, team="central", client_id="transfer-2"))


async def test_repeating_a_need_does_not_take_back_a_later_one(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    first = c.StateNeed(conversation=conversation, need=Need(languages=("fr",)), client_id="need-0001")
    await desk.do(agent, first)
    await desk.do(agent, c.StateNeed(conversation=conversation, need=Need(languages=("de",)), client_id="need-0002"))
    await desk.do(agent, first)
    shown = await desk.do(agent, c.ShowConversation(conversation=conversation))
    assert shown.need.languages == ("de",)
    assert (await desk.types(conversation, "staff")).count("need.stated") == 2


async def test_repeating_an_emergency_shows_one_card(desk: Bench) -> None:
    _, agent, conversation = await desk.helped()
    for client_id in ("raise-0001", "raise-0001", "raise-0002"):
        await desk.do(agent, c.RaiseEmergency(conversation=conversation, tier=1, client_id=client_id))
    assert (await desk.types(conversation)).count("emergency.raised") == 2
