"""A node under attack, and a citizen in it who must not notice anything."""

import asyncio
import json
import secrets
from typing import Any

from tests.transport.node import Client, ServedNode

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
