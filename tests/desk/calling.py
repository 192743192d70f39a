"""Calls without media: a worker's far end that acknowledges as a worker does, and people who are in a call."""

from dataclasses import dataclass, field
from typing import Any

from server.protocol import commands as c
from server.protocol.media import MediaEvent, WorkerAnnounced
from server.protocol.words import CallView
from server.store import calls, parties
from tests.desk.harness import Bench, Listener


@dataclass
class FarEnd:
    """The far end of a media worker's connection: acknowledges, and remembers what was asked."""

    desk: Bench
    worker: str = "w_worker000"
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.announce()

    def announce(self, *carried: str) -> None:
        self.desk.media.announce(
            WorkerAnnounced(worker=self.worker, addresses=("127.0.0.1",), port=40000, capacity=10, calls=carried),
            self.request,
        )

    async def request(self, event: str, payload: dict[str, Any]) -> Any:
        self.asked.append((event, payload))
        return {"sdp": f"answer to {payload['sdp']}"} if "sdp" in payload else {}

    def told(self, event: str) -> list[dict[str, Any]]:
        return [payload for name, payload in self.asked if name == event]

    async def notices(self, call: str, kind: str, **more: Any) -> bool:
        """Whether the desk took it into account."""
        event = MediaEvent(call=call, kind=kind, **more)  # type: ignore[arg-type]
        return await self.desk.call_media.on_event(event, self.worker, self.desk.now)


@dataclass
class InCall:
    """A citizen, the agent who helps them, and their call."""

    desk: Bench
    citizen: Listener
    agent: Listener
    conversation: str
    call: str

    @property
    def names(self) -> dict[str, Any]:
        """What every command about the call says."""
        return {"conversation": self.conversation, "call": self.call}

    async def view(self) -> CallView:
        async with self.desk.database.read() as connection:
            return await parties.view(connection, await calls.load(connection, self.conversation, self.call))

    async def participants(self) -> list[str]:
        return [each.participant.participant for each in (await self.view()).parties]

    async def connected(self, worker: FarEnd) -> None:
        """The worker says of everybody in the call that media flows."""
        for each in (await self.view()).parties:
            if each.state == "in":
                await worker.notices(self.call, "connected", party=each.participant.participant)


async def accepted(desk: Bench) -> InCall:
    """A call that the agent proposed and the citizen accepted."""
    citizen, agent, conversation = await desk.helped()
    call = (await desk.do(agent, c.ProposeCall(conversation=conversation))).view.call
    await desk.do(citizen, c.AcceptCall(conversation=conversation, call=call))
    return InCall(desk, citizen, agent, conversation, call)


async def running(desk: Bench, worker: FarEnd) -> InCall:
    """The same, connected."""
    found = await accepted(desk)
    await found.connected(worker)
    return found
