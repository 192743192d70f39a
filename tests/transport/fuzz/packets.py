"""Packets as nobody should send them: right in most of their parts, wrong in some, or nothing but noise."""

import json
from typing import Any, Literal, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from server.protocol.commands import COMMANDS, Command
from server.protocol.media import MediaEvent, WorkerAnnounced

NAMESPACES = ("/citizen", "/agent", "/service", "/guest")

NUMBERS = st.one_of(
    st.integers(-2, 5),
    st.sampled_from([2**31, 2**53 - 1, 2**53, -(2**63), 10**30, 0.5, -0.0]),
    st.floats(allow_nan=True),
)
TEXTS = st.one_of(
    st.text(max_size=40), st.sampled_from(["\x00", "\u202e", "🚲" * 10, "e\u0301", " ", "x" * 5000, "'; --"])
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
EVENTS = sorted({command.event for command in COMMANDS} | {MediaEvent.event, WorkerAnnounced.event})
CLIENT_IDS = st.sampled_from(["client-0001", "client-0002", "x", "client 0003", "c" * 41])


def frames(known: dict[str, list[str]]) -> st.SearchStrategy[list[str | bytes]]:
    """Some frames for one websocket. `known`: ids that whoever sends them may have seen, by the field they stand in."""
    frame = st.one_of(_commands(known), _commands(known), _nearly(), _socketio(), _engineio(), st.binary(max_size=2000))
    return st.lists(frame, min_size=1, max_size=12)


def bodies() -> st.SearchStrategy[bytes]:
    """The body of a request by somebody who polls."""
    packet = st.one_of(_socketio(), _engineio()).map(lambda text: text.encode(errors="surrogatepass"))
    return st.one_of(st.binary(max_size=300), st.lists(packet, max_size=30).map(b"\x1e".join))


def _commands(known: dict[str, list[str]]) -> st.SearchStrategy[str]:
    """Events: the fields of a command that exists, some left out, most of them plausible."""
    command = st.sampled_from(COMMANDS).flatmap(
        lambda command: st.tuples(st.just(command.event), _payload(command, known), st.lists(JSON, max_size=1))
    )
    other = st.tuples(st.one_of(st.sampled_from(EVENTS), TEXTS), JSON, st.lists(JSON, max_size=3))
    return st.builds(
        lambda namespace, ack, said: f"42{namespace},{ack}{_dump([said[0], said[1], *said[2]])}",
        st.sampled_from(NAMESPACES),
        st.sampled_from(["", "0", "1", "2", "7", "9" * 30]),
        st.one_of(command, command, other),
    )


def _nearly() -> st.SearchStrategy[str]:
    """Packets in a namespace that somebody may have entered, which break off, or hold what they should not."""
    return st.builds(
        lambda kind, namespace, ack, data: f"4{kind}{namespace},{ack}{data}",
        st.sampled_from("0222345"),
        st.sampled_from(NAMESPACES),
        st.sampled_from(["", "0", "12"]),
        st.sampled_from(["", "[]", "[", "1", "{}", '"x"', "[1]", "[[]]"]),
    )


def _payload(command: type[Command], known: dict[str, list[str]]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {each.name: _value(each.type, each.name, known) for each in msgspec.structs.fields(command)}
    extra = st.dictionaries(TEXTS, JSON, max_size=1)
    return st.builds(
        lambda right, more: {**right, **more},
        st.fixed_dictionaries({}, optional=fields) if fields else st.just({}),
        st.one_of(st.just({}), st.just({}), extra),
    )


def _value(annotation: Any, name: str, known: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    if name in known:
        return st.one_of(st.sampled_from(known[name]), st.sampled_from(known[name]), JSON)
    if name == "client_id":
        return CLIENT_IDS
    if get_origin(annotation) is Literal:
        return st.one_of(st.sampled_from(get_args(annotation)), JSON)
    return st.one_of(TEXTS, NUMBERS, st.booleans(), JSON)


def _socketio() -> st.SearchStrategy[str]:
    """Socket.IO packets: any type, with attachments announced or not, any namespace, any acknowledgement."""
    return st.builds(
        lambda kind, attachments, namespace, ack, data: f"4{kind}{attachments}{namespace}{ack}{data}",
        st.sampled_from("0123456789x"),
        st.sampled_from(["", "", "1-", "0-", "-", "9" * 20 + "-", "1.5-"]),
        st.one_of(
            st.sampled_from(["", "/citizen,", "/agent,", "/service,", "/guest,", "/nowhere,", "/citizen", "/,"]), TEXTS
        ),
        st.sampled_from(["", "0", "12", "-1", "9" * 100]),
        st.one_of(JSON.map(_dump), TEXTS, st.sampled_from(["[" * 3000, '{"_placeholder":true,"num":0}', '["x",'])),
    )


def _engineio() -> st.SearchStrategy[str]:
    return st.builds(str.__add__, st.sampled_from(["0", "1", "2", "3", "5", "6", "7", "b", "2probe", "5", ""]), TEXTS)


def _dump(value: Any) -> str:
    """JSON, also of what JSON does not know: NaN and halves of characters go over the wire as Python writes them."""
    return json.dumps(value)
