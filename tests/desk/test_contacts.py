"""Contacts: that a citizen came back is known where somebody said so, and nowhere else."""

import secrets
from typing import Any

from server.domain.actor import Citizen
from server.protocol import commands as c
from server.protocol.bot_entries import ContactLinked
from server.store import schema
from server.store.tokens import hashed
from tests.desk.bot_talk import chief, client_id, figures, talk, utterances
from tests.desk.harness import Bench, Listener


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
    assert [(each.conversation, each.helped_by) for each in found.contacts] == [(earlier.id, "bot")]
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


async def test_a_reference_leads_to_a_conversation_of_any_time(desk: Bench) -> None:
    earlier = await talk(desk)
    await earlier.end()
    filed: dict[str, Any] = {
        "id": "r_filed-report",
        "conversation": earlier.id,
        "form": "bike_theft",
        "form_version": 1,
        "state": "filed",
        "fields": {},
        "provenance": {},
        "language": "nl",
        "started_at": desk.now,
        "reference": "OL-2026-7KQ4-M2XD-5",
    }
    async with desk.database.write() as connection:
        await connection.execute(schema.reports.insert().values(**filed))
    desk.pass_time(days=40)
    later = await talk(desk, bot=earlier.bot)
    await desk.do(later.citizen, c.RequestPerson(conversation=later.id))
    agent = await desk.agent()
    for reference, found in (("ol-2026-7kq4-m2xd-5 ", [earlier.id]), ("OL-2026-0000-0000-0", [])):
        asked = c.FindContacts(conversation=later.id, reference=reference)
        assert [each.conversation for each in (await desk.do(agent, asked)).contacts] == found


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
