"""People in a call, each with a page of their own, who act on it as its user would."""

from dataclasses import dataclass

from playwright.async_api import Page, expect

from tests.scenarios.calls.hardware import remember_tracks
from tests.scenarios.people import CitizenScreen, ConsoleScreen, Person, SignedIn, Town, call

RECEIVED = """async () => {
  const stats = await window.peers.at(-1)?.getStats();
  const arriving = [...(stats?.values() ?? [])].filter(each => each.type === "inbound-rtp" && each.kind === "video");
  return Object.fromEntries(arriving.map(each => [each.ssrc, each.framesDecoded ?? 0]));
}"""
"""Frames decoded over the page's newest peer connection, by source: also of those who send no more."""


async def receives_from(person: Person, others: int) -> None:
    """Pictures of so many others arrive, and go on arriving."""
    first: dict[str, int] = await person.screen.evaluate(RECEIVED)
    growing: set[str] = set()
    for _ in range(300):
        frames: dict[str, int] = await person.screen.evaluate(RECEIVED)
        growing = {source for source, count in frames.items() if count > first.get(source, 0) + 1}
        if len(growing) == others:
            return
        await person.page.wait_for_timeout(200)
    raise AssertionError(f"pictures of {len(growing)} go on arriving")


async def connections(person: Person) -> int:
    """How many peer connections the page has made."""
    return int(await person.screen.evaluate("window.peers.length"))


async def makes_another(person: Person, before: int) -> None:
    """The page makes a peer connection by itself, where it had made so many before."""
    for _ in range(300):
        if await connections(person) > before:
            return
        await person.page.wait_for_timeout(100)
    raise AssertionError(f"{before} connections, and no more")


async def comes_in(agent: ConsoleScreen) -> None:
    """An agent looks at the own picture, and joins."""
    await agent.button("Bekijk eerst uw camera").click()
    await agent.button("Neem deel aan het gesprek").click()


@dataclass
class InConversation:
    """A citizen and the agent who helps them."""

    citizen: CitizenScreen
    agent: ConsoleScreen
    """Who has the conversation."""

    async def finish(self) -> None:
        """The agent closes the conversation, and a call with it."""
        await self.agent.button("Sluit af").click()
        dialog = self.agent.screen.get_by_role("dialog")
        await dialog.get_by_role("radio").first.check()
        await dialog.get_by_role("button", name="Sluit het gesprek").click()
        await expect(dialog).to_be_hidden()


class InCall(InConversation):
    """They see and hear each other."""


@dataclass
class Line:
    """Makes conversations and calls in a town."""

    town: Town
    signed_in: SignedIn

    async def conversation(self, words: str) -> InConversation:
        """A citizen, and An who has taken the conversation."""
        agent = await self.signed_in("an")
        citizen = await self.town.citizen_on_desk()
        for person in (agent, citizen):
            await remember_tracks(person.page)
        await agent.accept_conversations()
        await citizen.say(f"ik wil een mens spreken over {words}")
        await expect(citizen.screen.get_by_text("U bent nummer")).to_be_visible()
        await agent.take_next(words)
        return InConversation(citizen, agent)

    async def call(self, words: str) -> InCall:
        """A citizen and An, in a call with picture and sound both ways."""
        both = await self.conversation(words)
        await call(both.agent, both.citizen)
        return InCall(both.citizen, both.agent)

    async def interpreter(self, link: str, name: str) -> Person:
        """Whoever opens the link of an interpreter, in a browser of their own, and goes to the door."""
        page = await self.town.visitor(link)
        person = Person(page, page)
        await page.get_by_label("Uw naam").fill(name)
        await person.button("Bekijk eerst uw camera").click()
        await person.button("Ga naar de wachtruimte").click()
        await expect(page.get_by_text("U wacht.", exact=False)).to_be_visible()
        return person


async def worker_port(page: Page) -> int:
    """The UDP port of the media worker that the page's newest connection leads to."""
    # While it looks for a way there is none for a moment.
    found = await page.wait_for_function(
        """async () => {
          const stats = await window.peers.at(-1).getStats();
          const { selectedCandidatePairId } = [...stats.values()].find(each => each.type === "transport") ?? {};
          return stats.get(stats.get(selectedCandidatePairId)?.remoteCandidateId)?.port;
        }"""
    )
    return int(await found.json_value())
