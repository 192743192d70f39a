"""A real Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) over its remote debugging port."""

import asyncio
import itertools
import json
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

from server.supervise.lifeline import tied_to_this_process
from tests.support.programs import require

PREFERENCES = {
    # A camera and a microphone that make a picture and a tone, and nobody to ask.
    "media.navigator.streams.fake": True,
    "permissions.default.camera": 1,
    "permissions.default.microphone": 1,
    "media.autoplay.default": 0,
    # Workers of a test are at 127.0.0.1. Without the permissions above it would use the way to the internet alone.
    "media.peerconnection.ice.loopback": True,
    # It asks nothing of the world.
    "app.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}

KEYS = {"Enter": "\ue007"}


class Tab:
    """A page. It is found and acted upon as its user would: by role and name, with the mouse and the keyboard."""

    def __init__(self, bidi: "Bidi", context: str) -> None:
        self._bidi = bidi
        self._context = context

    async def goto(self, url: str) -> None:
        """Open this, and wait until it is loaded."""
        await self._ask("browsingContext.navigate", url=url, wait="complete")

    async def evaluate(self, function: str, *given: Any) -> Any:
        """What a function of JavaScript returns, or promises, for these arguments; all of it as JSON has it."""
        call = f"Promise.resolve(({function})(...{json.dumps(given)})).then((value) => JSON.stringify(value ?? null))"
        target = {"context": self._context}
        answer = await self._bidi.ask("script.evaluate", expression=call, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    async def waits_for(self, function: str, *given: Any, seconds: float = 30) -> None:
        """Until the function returns what is true. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not await self.evaluate(function, *given):
                await asyncio.sleep(0.1)

    async def click(self, name: str, role: str = "button") -> None:
        """Press the button of this name, once it is there and does something."""
        element = await self._find(role, name)
        steps: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": {"type": "element", "element": element}},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        await self._act("pointer", steps)

    async def write(self, name: str, text: str) -> None:
        """Write this into the field of this name, and press Enter."""
        await self.click(name, "textbox")
        keys = [*text, KEYS["Enter"]]
        await self._act("key", [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")])

    async def _find(self, role: str, name: str) -> dict[str, Any]:
        locator = {"type": "accessibility", "value": {"role": role, "name": name}}
        async with asyncio.timeout(30):
            while True:
                found = (await self._ask("browsingContext.locateNodes", locator=locator))["nodes"]
                if found and found[0]["value"]["attributes"].get("aria-disabled") != "true":
                    break
                await asyncio.sleep(0.1)
        element = {"sharedId": found[0]["sharedId"]}
        show = "(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })"
        target = {"context": self._context}
        await self._bidi.ask(
            "script.callFunction", functionDeclaration=show, target=target, arguments=[element], awaitPromise=False
        )
        return element

    async def _act(self, kind: str, steps: list[dict[str, Any]]) -> None:
        await self._ask("input.performActions", actions=[{"type": kind, "id": kind, "actions": steps}])

    async def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        return await self._bidi.ask(method, context=self._context, **given)


_LINE = "/socket.io/?"


class Bidi:
    """A session: asks, and hears of errors in scripts."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.faults: list[str] = []
        """What went wrong on pages, and nobody caught."""
        self._socket = socket
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._hearing = asyncio.create_task(self._hear())

    async def begin(self) -> None:
        await self.ask("session.new", capabilities={})
        await self.ask("session.subscribe", events=["log.entryAdded"])

    async def tab(self, script: str | None = None) -> Tab:
        """Another page, with nothing in it; `script`: what is done to the browser's own interfaces before a page has
        them."""
        context = (await self.ask("browsingContext.create", type="tab"))["context"]
        if script is not None:
            declaration = f"() => {{ {script} }}"
            await self.ask("script.addPreloadScript", functionDeclaration=declaration, contexts=[context])
        return Tab(self, context)

    async def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """The result of a command. Raises RuntimeError with what the browser said."""
        number = next(self._numbers)
        answered = self._asked[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": given})
        async with asyncio.timeout(60):
            answer = await answered
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    async def end(self) -> None:
        self._hearing.cancel()
        await asyncio.gather(self._hearing, return_exceptions=True)

    async def _hear(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if said["type"] == "error" and said["id"] is None:
                self.faults.append(said["message"])
            elif said["type"] != "event":
                self._asked.pop(said["id"]).set_result(said)
            elif said["params"].get("type") == "javascript" and said["params"]["level"] == "error":
                text = said["params"]["text"]
                # A line that takes too long is given up for another: Firefox calls that an error of the page.
                if _LINE not in text:
                    self.faults.append(text)


@asynccontextmanager
async def firefox() -> AsyncIterator[Bidi]:
    """A browser process of its own, with a profile of its own, without a window."""
    profile = Path(tempfile.mkdtemp(prefix="firefox-"))
    written = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(written))
    program = require("firefox-esr", "firefox")
    process = _start(program, profile)
    try:
        address = await _address(profile, process)
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{address}/session", max_msg_size=0) as socket:
            bidi = Bidi(socket)
            try:
                await bidi.begin()
                yield bidi
            finally:
                await bidi.end()
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            await asyncio.to_thread(process.wait, 10)
        process.kill()
        process.wait()
        shutil.rmtree(profile, ignore_errors=True)


def _start(program: Path, profile: Path) -> subprocess.Popen[bytes]:
    with (profile / "log").open("wb") as log:
        return subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
            stdout=log,
            stderr=log,
            preexec_fn=tied_to_this_process(),
        )


async def _address(profile: Path, process: subprocess.Popen[bytes]) -> str:
    """Where it listens, as it says in a file of its profile."""
    file = profile / "WebDriverBiDiServer.json"
    for _ in range(600):
        if file.exists() and (said := file.read_text()):
            found = json.loads(said)
            return f"ws://{found['ws_host']}:{found['ws_port']}"
        if process.poll() is not None:
            break
        await asyncio.sleep(0.1)
    raise RuntimeError("Firefox did not start:\n" + (profile / "log").read_text())
