"""The composition root of a desk node: every object it is made of is built here, by hand."""

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog
from aiohttp import web

from server.bus.fanout import Fanout
from server.bus.hints import SignInEnded
from server.bus.line import Line, open_line
from server.desk import demo_agents
from server.desk.audience import Audience
from server.desk.board import Board
from server.desk.bot_review import BotReview
from server.desk.call_media import CallMedia
from server.desk.call_news import CallNews
from server.desk.call_places import CallPlaces
from server.desk.calls import Calls
from server.desk.closing import Closing
from server.desk.connections import Connections
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
from server.desk.papers import Papers
from server.desk.parties import Parties
from server.desk.passwords import Passwords
from server.desk.relay import Relay
from server.desk.reports import Reports
from server.desk.roster import Roster
from server.desk.sign_ins import SignIns
from server.desk.sweeps import Sweeps
from server.desk.tickets import Tickets
from server.desk.triage import Triage
from server.domain.call import SEATS, SEATS_ON_ENGINE
from server.keys import metrics_token, open_turn, open_vault
from server.papers.printer import Printer
from server.secret_files import SecretFile
from server.settings import Settings
from server.store.database import Database
from server.store.migrate import migrate
from server.transport.address import Addresses
from server.transport.allowance import Allowance
from server.transport.arrivals import Arrivals
from server.transport.desk_server import DeskServer
from server.transport.doors import Doors
from server.transport.figures import Figures, MediaTotals, process_registry
from server.transport.listening import calm_collector, listen
from server.transport.pages import Origins
from server.transport.router import Router
from server.transport.services import Services
from server.transport.site import Site
from server.transport.sockets import Sockets
from server.transport.templates import CATALOGUES
from server.transport.ticker import Ticker
from server.zone.catalogue import Catalogues
from server.zone.holder import ZoneHolder
from server.zone.speech import told

WEB = Path(__file__).parent.parent / "web"
"""Templates, catalogues and what browsers load; it lies beside the code."""


def clock() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


@dataclass
class Node:
    """A desk node, built and not yet started."""

    settings: Settings
    zone: ZoneHolder
    database: Database
    line: Line
    fanout: Fanout
    board: Board
    relay: Relay
    nodes: Nodes
    services: Services
    triage: Triage
    network_tests: NetworkTests
    sweeps: Sweeps
    kept: Kept
    roster: Roster
    audience: Audience
    server: DeskServer
    desk: web.Application
    municipality: web.Application

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Everything but the listening: migrated, following the others, sweeping."""
        await migrate(self.database)
        await self.nodes.begin(clock())
        if self.zone.zone.demo_agents:
            await demo_agents.ensure(self.zone.zone, self.roster, self.settings.demo_agents_file, clock())
        self.board.start()
        self.fanout.start(self.relay)
        ticker = Ticker(
            {
                "nodes": (1.0, lambda: self.nodes.beat(clock(), time.monotonic())),
                "triage": (1.0, self.triage.claim),
                "sweeps": (1.0, lambda: self.sweeps.run(clock())),
                "media": (0.25, self.services.look_at_leases),
                "places": (1.0, self.sweeps.places.tell_again),
                "network_tests": (1.0, self.network_tests.sweep),
                "recordings": (1.0, lambda: self.kept.upkeep.review(clock())),
                "films": (2.0, lambda: self.kept.library.store(clock())),
                "retention": (60.0, lambda: self.kept.erase(clock())),
                "sign_ins": (30.0, lambda: self.sweeps.sign_ins.sweep(clock())),
                "tokens": (30.0, lambda: self.audience.expire(clock())),
                "zone": (5.0, self._refresh_zone),
            }
        )
        ticker.start()
        try:
            yield
        finally:
            await ticker.stop()
            await self.nodes.end()
            await self.fanout.stop()
            await self.board.stop()
            await self.server.shutdown()
            await self.line.close()
            await self.database.close()

    async def _refresh_zone(self) -> None:
        if await asyncio.to_thread(self.zone.refresh):
            problems = self.zone.problems
            log = structlog.get_logger("zone")
            if problems:
                log.error("zone_not_taken", problems=await asyncio.to_thread(told, problems.problems, os.environ))
            else:
                log.info("zone_taken", version=self.zone.zone.version)
            self.board.changed()


async def run_desk(node: Node) -> None:
    """Serve until SIGTERM or SIGINT; then listen no longer, let clients go as what they asked is answered, and stop."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with node.running(), contextlib.AsyncExitStack() as listening:
        sites = [await listen(listening, node.desk, node.settings.host, node.settings.port)]
        if node.zone.zone.profile.demo is not None:
            sites.append(await listen(listening, node.municipality, node.settings.host, node.settings.demo_port))
        calm_collector()
        await stopping.wait()
        for site in sites:
            await site.stop()
        await node.server.drain()


def build_node(settings: Settings) -> Node:
    """Build a node from its settings. Raises SecretError without the service key, ZoneProblems for a wrong zone."""
    holder = ZoneHolder(settings.zone)
    database = Database(settings.database_url, settings.database_connections)
    line = open_line(settings.redis_url)
    zone = lambda: holder.zone  # noqa: E731 the name is the argument's

    fanout = Fanout(line, new_id("n"))
    connections = Connections(fanout)
    media = MediaWorkers(time.monotonic)
    registry = process_registry()
    registry.register(MediaTotals(media.announced))
    board = Board(database, connections, fanout, zone, clock)
    ledger = Ledger(database, connections, fanout, board.changed)
    messages = Messages(ledger, connections)
    audience = Audience(database, connections, fanout)
    news = CallNews(connections)
    closing = Closing(news, media, audience)
    parties = Parties(ledger, news, media, audience)
    handover = Handover(zone, board, audience, parties)
    places = CallPlaces(ledger, news, media, closing)
    turn = open_turn(settings)
    call_media = CallMedia(ledger, connections, news, media, places, closing, turn)
    tests = NetworkTests(media, turn, time.monotonic)
    nodes = Nodes(database, fanout, board, media)
    triage = Triage(ledger, connections, audience)
    vault, taped = open_vault(settings), settings.media_engine is None
    kept = Kept.build(ledger, connections, media, zone, vault=vault, folder=settings.recordings, taped=taped)

    arrivals = Arrivals(Addresses(settings.trusted_proxies), time.monotonic)
    server = DeskServer(arrivals.came, arrivals.went)

    async def end_sign_in(sign_in: str) -> None:
        await sockets.end_sign_in(sign_in)

    async def on_sign_in_ended(agent: str, sign_in: str) -> None:
        await end_sign_in(sign_in)
        fanout.hint(SignInEnded(sign_in=sign_in))

    passwords = Passwords()
    sign_ins = SignIns(database, passwords, on_sign_in_ended)
    doors = Doors(sign_ins, settings.console_origin, SecretFile(settings.service_key_file).read())
    tickets = Tickets(ledger)
    reports = Reports(ledger, connections, zone)
    contacts = Contacts(ledger)
    conversations = Conversations(ledger, zone, board, triage, closing, audience, contacts)
    router = Router(
        connections=connections,
        audience=audience,
        conversations=conversations,
        messages=messages,
        live_text=LiveText(messages, connections),
        dispatch=Dispatch(ledger, audience, zone, board, closing, handover),
        triage=triage,
        calls=Calls(ledger, news, media, closing, handover, parties),
        call_media=call_media,
        parties=parties,
        guests=Guests(ledger, news, settings.public_origin),
        recordings=kept.recordings,
        library=kept.library,
        photos=kept.photos,
        reports=reports,
        tickets=tickets,
        contacts=contacts,
        marks=Marks(ledger, zone),
        bot_review=BotReview(ledger),
        lessons=Lessons(ledger, zone, settings.data / "lessons"),
        network_tests=tests,
    )
    sockets = Sockets(
        server, connections, router, doors, sign_ins, arrivals, Allowance(time.monotonic), Figures(registry), clock
    )
    sockets.attach()
    services = Services(server, sockets, doors, triage, media, call_media, kept.upkeep, places, nodes.unlink, clock)
    services.attach()

    async def has_bot() -> None:
        if not connections.bots():
            raise LookupError("no bot is connected: citizens go straight to people")

    async def has_media() -> None:
        media.check()

    site = Site.build(
        folder=WEB,
        catalogues=Catalogues.load(WEB / "locales", *CATALOGUES),
        origins=Origins(settings.public_origin, settings.console_origin, settings.demo_origins),
        zone=zone,
        sign_ins=sign_ins,
        papers=Papers(database, zone, tickets, Printer.load(WEB / "locales"), kept.photos.album),
        library=kept.library,
        photos=kept.photos,
        leave=conversations.leave_in_a_hurry,
        vital={"database": database.check},
        lesser={"redis": line.ping, "bot": has_bot, "media": has_media},
        registry=registry,
        clock=clock,
        proxies=settings.trusted_proxies,
        metrics_token=metrics_token(settings),
        call_seats=SEATS_ON_ENGINE if settings.media_engine else SEATS,
        can_record=taped and vault is not None,
    )
    desk = site.desk()
    desk.middlewares.append(arrivals.limit)
    server.attach(desk)
    return Node(
        settings=settings,
        zone=holder,
        database=database,
        line=line,
        fanout=fanout,
        board=board,
        relay=Relay(database, connections, fanout, audience, board, reports, end_sign_in, clock),
        nodes=nodes,
        services=services,
        triage=triage,
        network_tests=tests,
        sweeps=Sweeps(ledger, connections, zone, handover, closing, media, call_media, places, sign_ins, nodes),
        kept=kept,
        roster=Roster(database, passwords, sign_ins),
        audience=audience,
        server=server,
        desk=desk,
        municipality=site.municipality(),
    )
