"""Rooms: who is in which, after whatever happened, as with the library's own manager."""

import time
from types import SimpleNamespace
from typing import Any

import socketio
from hypothesis import given, settings
from hypothesis import strategies as st

from server.transport.socketio.rooms import Rooms

clients = st.integers(0, 5)
rooms = st.sampled_from(["red", "blue", "green"])
namespaces = st.sampled_from(["/one", "/two"])
steps = st.lists(
    st.tuples(st.sampled_from(["connect", "disconnect"]), clients, namespaces)
    | st.tuples(st.sampled_from(["enter", "leave"]), clients, namespaces, rooms)
    | st.tuples(st.just("close"), namespaces, rooms),
    max_size=40,
)


def with_server(manager: Any) -> Any:
    names = iter(range(1_000_000))
    engine = SimpleNamespace(generate_id=lambda: f"s{next(names)}")
    manager.set_server(SimpleNamespace(eio=engine, packet_class=socketio.packet.Packet, logger=None))
    return manager


async def take(manager: Any, step: Any) -> Any:
    kind, *rest = step
    if kind == "close":
        return await manager.close_room(rest[1], rest[0])
    client, namespace, *room = rest
    if kind == "connect":
        return await manager.connect(f"e{client}", namespace)
    sid = manager.sid_from_eio_sid(f"e{client}", namespace)
    if sid is None:
        return None
    if kind == "disconnect":
        manager.pre_disconnect(sid, namespace)
        return await manager.disconnect(sid, namespace)
    if kind == "enter":
        return await manager.enter_room(sid, namespace, *room)
    return await manager.leave_room(sid, namespace, *room)


def seen(manager: Any) -> Any:
    kept = {
        namespace: {room: dict(members) for room, members in inside.items()}
        for namespace, inside in manager.rooms.items()
    }
    own = {
        (namespace, sid): sorted(manager.get_rooms(sid, namespace))
        for namespace, inside in kept.items()
        for sid in inside.get(None, {})
    }
    return kept, own, manager.pending_connect, manager.pending_disconnect


@given(steps)
@settings(deadline=None)
async def test_the_same_are_in_the_same_rooms(taken: Any) -> None:
    theirs, ours = with_server(socketio.AsyncManager()), with_server(Rooms())
    for step in taken:
        if step[0] == "connect" and theirs.sid_from_eio_sid(f"e{step[1]}", step[2]) is not None:
            continue
        assert await take(ours, step) == await take(theirs, step)
        assert seen(ours) == seen(theirs)


async def test_a_crowd_that_leaves_costs_no_more_each_than_one_who_does() -> None:
    manager = with_server(Rooms())
    there = [await manager.connect(f"e{number}", "/one") for number in range(10_000)]
    began = time.process_time()
    for sid in there:
        manager.pre_disconnect(sid, "/one")
        await manager.disconnect(sid, "/one")
    # The library's own takes minutes.
    assert time.process_time() - began < 15
    assert manager.rooms == {}
