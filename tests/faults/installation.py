"""An installation of the desk in processes that may be killed: one node on SQLite, or two on PostgreSQL."""

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Self

import aiohttp

from server.secret_files import SecretFile
from server.settings import PREFIX
from server.zone.load import demo_folder
from tests.faults.child import Child, Clock, until
from tests.faults.proxy import Proxy
from tests.faults.redis import Redis
from tests.faults.volume import Volume
from tests.support.ports import free_pair
from tests.support.postgres import PostgresServer

AGENTS = 6
ORIGIN = "http://console.example"
"""Of the console: agents reach it through proxies whose ports nobody knows beforehand."""

_Ready = Callable[[], Awaitable[bool]]

_AGENT = """- login: agent{number}
  first_name: Agent
  kind: police
  role: {{nl: inspecteur, fr: inspecteur, en: inspector, de: Inspektor}}
  teams: [{teams}]
  languages: [nl, fr, en, de]
  skills: [sensitive, minors, online_fraud]
"""


class Installation:
    """Use as an async context manager: inside it every process is ready, after it nothing is left.

    `bot_cache`: where taught models are kept; without it there is no bot. `command` starts a desk node; a build that
    was broken on purpose has one of its own.
    """

    def __init__(
        self,
        *,
        nodes: int,
        postgres: bool,
        bot_cache: Path | None,
        command: Sequence[str] = ("-m", "server.cli", "desk"),
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="faults-"))
        self.folder.chmod(0o755)  # PostgreSQL's own user has to get to its part
        self.volume = Volume(self.folder / "data", 64)
        self.postgres: Child | None = None
        self.nodes: list[Child] = []
        self.bots: list[Child] = []
        self.proxies: list[Proxy] = []
        """Through which people and bots reach the nodes, one for each node."""
        self.redis_proxies: list[Proxy] = []
        """Through which the nodes reach Redis, one for each node."""
        self.postgres_proxies: list[Proxy] = []
        """Through which the nodes reach PostgreSQL, one for each node, where there is one."""
        self.clocks: list[Clock] = []
        self.redis = Redis(self.folder, self._log("redis"))
        self.ailing: list[str] = []
        """What was not well when it was looked at last."""
        self._count = nodes
        self._cluster = PostgresServer(settings=("shared_buffers=64MB",)) if postgres else None
        self._database = ""
        self._bot_cache = bot_cache
        self._command = command
        self._stack = AsyncExitStack()

    @property
    def children(self) -> list[Child]:
        """Every process, in the order in which they are needed."""
        return [*([self.postgres] if self.postgres else []), self.redis, *self.nodes, *self.bots]

    @property
    def urls(self) -> tuple[str, ...]:
        """Where clients find the nodes."""
        return tuple(f"http://127.0.0.1:{proxy.port}" for proxy in self.proxies)

    @property
    def database_url(self) -> str:
        data = self.folder / "data" / "desk.db"
        return self._cluster.url(self._database) if self._cluster else f"sqlite+aiosqlite:///{data}"

    def passwords(self) -> dict[str, str]:
        """Of the agents, by name."""
        lines = (self.folder / "data" / "demo-agents.txt").read_text().splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        return {row[0]: row[1] for row in rows}

    def fallen(self) -> list[str]:
        """What ended by itself, with its last words."""
        return [f"{child.name} ended by itself:\n{child.words}" for child in self.children if child.has_fallen]

    async def is_well(self) -> bool:
        """Whether every node says that nothing is missing but media workers, which it has none of."""
        parts = ("database", "redis", *(["bot"] if self.bots else []))
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            ailing = [await _ailing(session, port, parts) for port in self._ports]
        self.ailing = [f"{node.name}: {what}" for node, what in zip(self.nodes, ailing, strict=True) if what]
        return not self.ailing

    async def get_well(self) -> None:
        """Return once it is well. Raises TimeoutError, saying what ails."""
        await until(self.is_well, lambda: f"the installation does not get well: {'; '.join(self.ailing)}")

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def _start(self) -> None:
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self._stack.enter_context(self.volume)
        if self._cluster:
            self.postgres = await self._start_postgres(self._cluster)
            self._database = self._cluster.create()
        self._write_zone()
        SecretFile(self._key).read_or_make()
        self._ports = [free_pair() for _ in range(self._count)]
        for port in self._ports:
            self.proxies.append(await self._stack.enter_async_context(Proxy(port)))
            self.redis_proxies.append(await self._stack.enter_async_context(Proxy(self.redis.socket)))
        for number, port in enumerate(self._ports):
            redis = f"redis://127.0.0.1:{self.redis_proxies[number].port}"
            settings = {"PORT": str(port), "REDIS_URL": redis}
            if self._cluster:
                proxy = await self._stack.enter_async_context(Proxy(self._cluster.socket))
                self.postgres_proxies.append(proxy)
                settings["DATABASE_URL"] = (
                    f"postgresql+asyncpg://desk@127.0.0.1:{proxy.port}/{self._database}?ssl=disable"
                )
            self.nodes.append(self._role(f"desk-{number}", self._command, settings, self._answers(port)))
            if self._bot_cache is None:
                continue
            others = self.urls[number:] + self.urls[:number]
            settings = {"DESK_URLS": ",".join(others), "DATA": str(self._bot_folder)}
            self.bots.append(self._role(f"bot-{number}", ("-m", "server.cli", "bot"), settings, _at_once))
        # What a bot was taught it reads while the nodes start.
        for child in (self.redis, *self.bots, *self.nodes):
            self._stack.push_async_callback(child.kill)
            await child.start()
        await self.get_well()

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def close_desks(self) -> list[int]:
        """Stop the nodes in good order; their exit statuses."""
        return [await node.stop() for node in self.nodes]

    @property
    def _key(self) -> Path:
        return self.folder / "keys" / "service.key"

    @property
    def _bot_folder(self) -> Path:
        """The bots' data folder, in which the models lie that were taught once for all installations."""
        folder = self.folder / "bots"
        if self._bot_cache is not None and not folder.exists():
            folder.mkdir()
            (folder / "bot").symlink_to(self._bot_cache)
        return folder

    async def _start_postgres(self, cluster: PostgresServer) -> Child:
        async def answers() -> bool:
            return await asyncio.to_thread(cluster.answers)

        self._stack.callback(shutil.rmtree, cluster.folder, ignore_errors=True)
        cluster.initialise()
        log = cluster.folder / "log"
        child = Child("postgres", cluster.argv, log, answers, user=cluster.user, folder=cluster.folder)
        self._stack.push_async_callback(child.kill)
        await child.start()
        return child

    def _role(self, name: str, command: Sequence[str], settings: Mapping[str, str], ready: _Ready) -> Child:
        given = {
            "DATA": str(self.folder / "data"),
            "DATABASE_URL": self.database_url,
            "SERVICE_KEY_FILE": str(self._key),
            "ZONE": str(self.folder / "zone"),
            "CONSOLE_ORIGIN": ORIGIN,
            "LOG_LEVEL": "warning",
            **settings,
        }
        env = {PREFIX + key: value for key, value in given.items()}
        return Child(name, [sys.executable, *command], self._log(name), ready, env=env | self._clock(name).environment)

    def _answers(self, port: int) -> _Ready:
        async def ready() -> bool:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
                return not await _ailing(session, port, ("database",))

        return ready

    def _clock(self, name: str) -> Clock:
        clock = Clock(self.folder / f"{name}.clock")
        self.clocks.append(clock)
        return clock

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def _write_zone(self) -> None:
        """The demo zone, with agents who have many conversations at once and may see all of them."""
        zone = self.folder / "zone"
        shutil.copytree(demo_folder(), zone)
        profile = (zone / "zone.yaml").read_text()
        for name, value in {"routine": "20", "hard_cap": "20", "sensitive_one_to_one": "false"}.items():
            profile = re.sub(rf"(?m)^(\s+{name}:).*$", rf"\g<1> {value}", profile)
        (zone / "zone.yaml").write_text(profile)
        teams = ", ".join(re.findall(r"(?m)^- id: (\w+)$", (zone / "teams.yaml").read_text()))
        agents = [_AGENT.format(number=number, teams=teams) for number in range(AGENTS)]
        (zone / "demo-agents.yaml").write_text("".join(agents))


async def _ailing(session: aiohttp.ClientSession, port: int, parts: Sequence[str]) -> str:
    """What a node says is not well of these parts; empty where all is."""
    try:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
            checks = (await response.json())["checks"]
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        return f"{type(error).__name__}: {error}"
    return ", ".join(f"{part} is {checks.get(part)}" for part in parts if checks.get(part) != "ok")


async def _at_once() -> bool:
    """A bot is ready when a desk says so, which takes a while: nobody waits for it to begin."""
    return True
