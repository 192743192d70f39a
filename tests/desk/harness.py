"""A desk without sockets: the real use cases on a real database, and connections that remember what reached them."""

import itertools
import json
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from server.bus.fanout import Fanout
from server.bus.line import Line
from server.desk.audience import Audience
from server.desk.board import Board
from server.desk.bot_review import BotReview
from server.desk.call_media import CallMedia
from server.desk.call_news import CallNews
from server.desk.call_places import CallPlaces
from server.desk.calls import Calls
from server.desk.closing import Closing
from server.desk.connections import Connection, Connections
from server.desk.contacts import Contacts
from server.desk.conversations import Conversations
from server.desk.dispatch import Dispatch
from server.desk.guests import Guests
from server.desk.handover import Handover
from server.desk.identity import new_id
from server.desk.kept import Kept
from server.desk.ledger import Ledger
from server.desk.lessons import Lessons
from server.desk.live_text import LiveText
from server.desk.marks import Marks
from server.desk.media_workers import MediaWorkers
from server.desk.messages import Messages
from server.desk.network_tests import NetworkTests
from server.desk.nodes import Nodes
from server.desk.parties import Parties
from server.desk.passwords import Passwords
from server.desk.reports import Reports
from server.desk.sign_ins import SignIns
from server.desk.sweeps import Sweeps
from server.desk.tickets import Tickets
from server.desk.triage import Triage
from server.desk.turn import Turn
from server.domain.actor import Actor, Agent, Bot, Citizen
from server.protocol import commands as c
from server.protocol.entries import Entry, MessagePosted
from server.protocol.errors import Code, Refusal
from server.protocol.results import ConversationShown
from server.protocol.words import LogName
from server.sealed.vault import Vault
from server.store import agents, log, schema
from server.store.agents import Account
from server.store.database import Database
from server.store.tokens import hashed
from server.transport.router import Router
from server.zone.zone import Zone

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@dataclass
class Listener:
    """A connection, and all that was sent to it."""

    connection: Connection
    heard: list[tuple[str, Any]]
    closed: list[bool]

    def events(self, name: str) -> list[Any]:
        return [data for event, data in self.heard if event == name]


@dataclass
class Bench:
    """The use cases, wired as in a node, with a clock that a test moves."""

    database: Database
    zone: Zone
    line: Line
    folder: Path = Path("/nowhere")
    now: datetime = START

    def __post_init__(self) -> None:
        zone = lambda: self.zone  # noqa: E731 the name is the argument's
        self.fanout = Fanout(self.line, new_id("n"))
        self.connections = Connections(self.fanout)
        self.board = Board(self.database, self.connections, self.fanout, zone, lambda: self.now)
        self.ledger = Ledger(self.database, self.connections, self.fanout, self.board.changed)
        self.audience = Audience(self.database, self.connections, self.fanout)
        self.media = MediaWorkers(lambda: self.now.timestamp())
        news = CallNews(self.connections)
        self.closing = Closing(news, self.media, self.audience)
        parties = Parties(self.ledger, news, self.media, self.audience)
        self.handover = Handover(zone, self.board, self.audience, parties)
        self.places = CallPlaces(self.ledger, news, self.media, self.closing)
        self.turn = Turn(("turn:turn.test:3478",), "a made-up secret")
        self.call_media = CallMedia(
            self.ledger, self.connections, news, self.media, self.places, self.closing, self.turn
        )
        self.network_tests = NetworkTests(self.media, self.turn, lambda: self.now.timestamp())
        self.vault = vault = Vault("a made-up secret")
        kept = Kept.build(self.ledger, self.connections, self.media, zone, vault=vault, folder=self.folder)
        self.upkeep, self.recordings, self.library, self.photos = (
            kept.upkeep,
            kept.recordings,
            kept.library,
            kept.photos,
        )
        triage = Triage(self.ledger, self.connections, self.audience)
        self.tickets = Tickets(self.ledger)
        self.reports = Reports(self.ledger, self.connections, zone)
        self.sign_ins = SignIns(self.database, Passwords(), self._ended)
        contacts = Contacts(self.ledger)
        messages = Messages(self.ledger, self.connections)
        self.router = Router(
            connections=self.connections,
            audience=self.audience,
            conversations=Conversations(self.ledger, zone, self.board, triage, self.closing, self.audience, contacts),
            messages=messages,
            live_text=LiveText(messages, self.connections),
            dispatch=Dispatch(self.ledger, self.audience, zone, self.board, self.closing, self.handover),
            triage=triage,
            calls=Calls(self.ledger, news, self.media, self.closing, self.handover, parties),
            call_media=self.call_media,
            parties=parties,
            guests=Guests(self.ledger, news, "https://desk.test"),
            recordings=self.recordings,
            library=self.library,
            photos=self.photos,
            reports=self.reports,
            tickets=self.tickets,
            contacts=contacts,
            marks=Marks(self.ledger, zone),
            bot_review=BotReview(self.ledger),
            lessons=Lessons(self.ledger, zone, self.folder / "lessons"),
            network_tests=self.network_tests,
        )
        self.sweeps = Sweeps(
            self.ledger,
            self.connections,
            zone,
            self.handover,
            self.closing,
            self.media,
            self.call_media,
            self.places,
            self.sign_ins,
            Nodes(self.database, self.fanout, self.board, self.media),
        )
        self._ids = itertools.count(1)

    async def _ended(self, agent: str, sign_in: str) -> None:
        """Nobody is signed in by cookie here."""

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)

    def connect(self, actor: Actor) -> Listener:
        """A connection of this actor."""
        heard: list[tuple[str, Any]] = []
        closed: list[bool] = []

        def send(event: str, payload: str) -> None:
            heard.append((event, json.loads(payload)))

        async def close() -> None:
            closed.append(True)

        connection = Connection(f"sid{next(self._ids)}", actor, send, close)
        self.connections.add(connection)
        return Listener(connection, heard, closed)

    async def do(self, listener: Listener, command: c.Command) -> Any:
        """Carry out a command, as a socket would."""
        return await self.router.carry_out(listener.connection, command, self.now)

    @contextmanager
    def refused(self, code: Code) -> Iterator[None]:
        with pytest.raises(Refusal) as caught:
            yield
        assert caught.value.code == code

    async def agent(self, name: str = "Sofie", *, accepting: bool = True, **values: Any) -> Listener:
        """An agent with an account, connected."""
        account = Account(
            **{
                "id": new_id("a"),
                "login": f"{name.lower()}{next(self._ids)}",
                "name": name,
                "role": "Inspecteur",
                "kind": "police",
                "teams": (self.zone.central_team.id,),
                "languages": ("nl", "fr"),
                "skills": (),
                "capacity": 3,
                "accepting": accepting,
                "seen_at": self.now,
                **values,
            }
        )
        async with self.database.write() as connection:
            await agents.insert(connection, account)
        return self.connect(account.actor)

    def bot(self) -> Listener:
        return self.connect(Bot("bot-1"))

    async def citizen(self, language: str = "nl", site: str | None = None) -> "tuple[Listener, str]":
        """A citizen who has opened a conversation; its id."""
        listener = self.connect(Citizen(hashed(secrets.token_urlsafe(32))))
        opening = c.OpenConversation(language=language, site=site)  # type: ignore[arg-type]
        shown: ConversationShown = await self.do(listener, opening)
        return listener, shown.conversation

    async def say(self, listener: Listener, conversation: str, text: str) -> int:
        posted = await self.do(
            listener, c.PostMessage(conversation=conversation, client_id=secrets.token_hex(8), text=text)
        )
        return int(posted.number)

    async def helped(self) -> "tuple[Listener, Listener, str]":
        """A citizen and the agent who has taken their conversation."""
        citizen, conversation = await self.citizen()
        await self.do(citizen, c.RequestPerson(conversation=conversation))
        agent = await self.agent()
        await self.do(agent, c.TakeConversation(conversation=conversation))
        return citizen, agent, conversation

    async def log(self, conversation: str, name: LogName = "shared") -> list[Entry]:
        async with self.database.read() as connection:
            return list(await log.sync(connection, conversation, name))

    async def types(self, conversation: str, name: LogName = "shared") -> list[str]:
        return [str(entry.body.__struct_config__.tag) for entry in await self.log(conversation, name)]

    async def texts(self, conversation: str) -> list[str]:
        return [entry.body.text for entry in await self.log(conversation) if isinstance(entry.body, MessagePosted)]

    async def audit(self, actor: Agent) -> list[str]:
        table = schema.audit
        async with self.database.read() as connection:
            query = select(table.c.action).where(table.c.actor == actor.id).order_by(table.c.id)
            return list((await connection.execute(query)).scalars())


@asynccontextmanager
async def without(database: Database, table: str) -> AsyncIterator[None]:
    """As long as the block lasts, the database fails whoever asks for this table."""
    async with database.write() as connection:
        await connection.execute(text(f"ALTER TABLE {table} RENAME TO {table}_away"))
    yield
    async with database.write() as connection:
        await connection.execute(text(f"ALTER TABLE {table}_away RENAME TO {table}"))
