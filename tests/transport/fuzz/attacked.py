"""A node under attack, and a citizen in it who must not notice anything."""

import asyncio
import contextlib
import json
import os
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from server.protocol.errors import Code
from tests.transport.fuzz.sending import by_websocket
from tests.transport.node import Client, ServedNode, served_node

CASES = int(os.environ.get("FUZZ_CASES", "60"))
SETTINGS = settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
ENTERED = st.sampled_from(["/citizen", "/citizen", "/agent", "/service", "/guest", ""])
"""Where somebody is let in before they send what nobody should."""

FAULTS = frozenset({"fault", "database_failed", "group_fault", "not_let_in", "event_not_heard"})
"""What a node logs when something went wrong in it."""

SECRET = "zevenenveertig paarse olifanten"
UNKNOWN = "c_nobodyhasthis"


class Attacked:
    """A node, a citizen who must not notice anything, and whatever else was reported as a fault."""

    def __init__(self, node: ServedNode, witness: Client, witnessed: str) -> None:
        self.node = node
        self.witness = witness
        self.witnessed = witnessed
        self.token = secrets.token_urlsafe(32)
        self.own = ""
        self.cookie = ""
        self.faults: list[Any] = []

    @property
    def known(self) -> dict[str, list[str]]:
        """Ids that somebody who attacks may have got hold of; the witness's own is the dangerous one."""
        return {"conversation": [self.own, self.own, self.witnessed, UNKNOWN]}

    def entries(self) -> dict[str, str]:
        """How each namespace is entered, by whoever has the right to."""
        citizen = {"token": self.token, "protocol": 1}
        service = {"key": self.node.key, "kind": "bot", "protocol": 1, "worker": "fuzz"}
        return {
            "/citizen": json.dumps(citizen),
            "/agent": json.dumps({"protocol": 1}),
            "/service": json.dumps(service),
            "/guest": json.dumps(citizen),
        }

    def entering(self, namespace: str) -> list[str | bytes]:
        """What has to be sent to be let in; nothing for whoever stays outside."""
        return [f"40{namespace},{self.entries()[namespace]}"] if namespace else []

    def headers(self, namespace: str) -> dict[str, str]:
        """What has to be sent with each request for that."""
        return {"Cookie": self.cookie, "Origin": self.node.origin} if namespace == "/agent" else {}

    async def is_unharmed(self) -> None:
        """The witness still reads what was said, and nothing was reported as a fault."""
        synced = await self.witness.ask("log.sync", {"conversation": self.witnessed})
        while "error" in synced:
            # Asked after each case, it is sometimes too much, even from a witness.
            assert synced["error"]["code"] == "too_many_requests"
            await asyncio.sleep(synced["error"]["retry_after"])
            synced = await self.witness.ask("log.sync", {"conversation": self.witnessed})
        said = [entry["body"].get("text") for entry in synced["ok"]["entries"]]
        assert said.count(SECRET) == 1
        assert self.faults == []


@contextlib.asynccontextmanager
async def attacked_node(folder: Path, redis_url: str, **overrides: Any) -> AsyncIterator[Attacked]:
    """A node to attack, with a citizen in it who has said the secret. `overrides` go to its settings."""
    async with served_node(folder, redis_url, **overrides) as node:
        witness, witnessed = await node.citizen()
        said = {"conversation": witnessed, "client_id": "witness-1", "text": SECRET}
        assert "ok" in await witness.ask("message.post", said)
        attacked = Attacked(node, witness, witnessed)
        _, attacked.own = await node.citizen(attacked.token)
        attacked.cookie = await node.cookie()
        asyncio.get_running_loop().set_exception_handler(lambda _, context: attacked.faults.append(context))
        yield attacked
        asyncio.get_running_loop().set_exception_handler(None)


@contextlib.contextmanager
def watched(entered: str) -> Iterator[list[str]]:
    """What is heard inside is put into the list, and judged afterwards."""
    heard: list[str] = []
    with capture_logs() as logged:
        yield heard
    assert [line for line in logged if line["event"] in FAULTS] == []
    for packet in heard:
        _check_acknowledgement(packet)
        # Whoever else reads what is not theirs is staff, and may; a citizen never sees another's words.
        if entered in ("/citizen", "/guest", ""):
            assert SECRET not in packet


async def bears_by_websocket(attacked: Attacked, sent: list[str | bytes], entered: str) -> None:
    """All of this over a WebSocket does the node no harm, and is answered as the protocol says."""
    with watched(entered) as heard:
        heard += await by_websocket(attacked.node.origin, attacked.entering(entered) + sent, attacked.headers(entered))
        await attacked.is_unharmed()


def _check_acknowledgement(packet: str) -> None:
    """An acknowledgement holds a result, or a code that the contract knows."""
    if not packet.startswith("43") or "[" not in packet:
        return
    (answer,) = json.loads(packet[packet.index("[") :])
    assert set(answer) in ({"ok"}, {"error"})
    if "error" in answer:
        assert answer["error"]["code"] in get_args(Code)
