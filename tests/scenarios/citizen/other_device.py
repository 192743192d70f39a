"""The citizen again, on another device: the same token, without a screen."""

import secrets
from typing import Any, Self

import socketio

from server.protocol import PROTOCOL
from tests.scenarios.people import CitizenScreen, Town


class OtherDevice:
    """In the citizen's conversation for as long as the context lasts."""

    def __init__(self, town: Town, token: str) -> None:
        self._origin = town.desk.origin
        self._token = token
        self._socket = socketio.AsyncClient()
        self.conversation = ""

    @classmethod
    async def of(cls, citizen: CitizenScreen, town: Town) -> Self:
        """Let in by what the citizen's page keeps."""
        key = "onlineloket.token"
        return cls(town, await citizen.page.evaluate(f"sessionStorage['{key}'] ?? localStorage['{key}']"))

    async def __aenter__(self) -> Self:
        await self._socket.connect(
            self._origin,
            auth={"token": self._token, "protocol": PROTOCOL},
            namespaces=["/citizen"],
            transports=["websocket"],
        )
        self.conversation = (await self.call("conversation.open", language="nl"))["conversation"]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.disconnect()

    async def say(self, text: str) -> None:
        await self.call("message.post", conversation=self.conversation, client_id=secrets.token_urlsafe(12), text=text)

    async def texts(self) -> list[str]:
        """All that was said in the conversation, in order."""
        read = await self.call("log.sync", conversation=self.conversation, log="shared", after=0)
        return [entry["body"]["text"] for entry in read["entries"] if entry["body"]["type"] == "message.posted"]

    async def call(self, event: str, **payload: object) -> dict[str, Any]:
        answer = await self._socket.call(event, payload, namespace="/citizen")
        assert "ok" in answer, f"{event}: {answer}"
        return dict(answer["ok"])
