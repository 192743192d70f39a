"""Packets: read as the library reads them, and written so that it reads the same."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from socketio.packet import Packet

from server.transport.socketio.packet import TextPacket

json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abé_", max_size=5), inner, max_size=4),
    max_leaves=10,
)
events = st.tuples(st.text("abc.é ", max_size=8), st.lists(json, max_size=3)).map(lambda said: [said[0], *said[1]])
namespaces = st.none() | st.sampled_from(["/one", "/a-b", "/agent", "/é"])
ids = st.none() | st.integers(0, 10**15)


def meant(packet: Any) -> tuple[Any, ...]:
    data = packet.data
    if isinstance(data, list):
        data = [msgspec.json.decode(each) if isinstance(each, Raw) else each for each in data]
    return packet.packet_type, packet.namespace, packet.id, data, packet.attachment_count


def read(kind: Any, text: str) -> Any:
    try:
        return meant(kind(encoded_packet=text))
    except ValueError:
        return "refused"


@given(events, namespaces, ids)
def test_an_event_is_read_as_the_library_reads_it(data: list[Any], namespace: str | None, id: int | None) -> None:
    text = Packet(data=data, namespace=namespace, id=id).encode()
    assert read(TextPacket, text) == read(Packet, text)


@given(st.sampled_from([0, 1, 2, 3, 4]), json, namespaces, ids)
def test_what_is_written_is_read_by_the_library_as_it_was_meant(
    kind: int, data: Any, namespace: str | None, id: int | None
) -> None:
    data = ["event", data] if kind == 2 else [data]
    ours = TextPacket(kind, data=data, namespace=namespace, id=id).encode()
    assert read(Packet, ours) == meant(Packet(encoded_packet=Packet(kind, data, namespace, id).encode()))


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "0/one",
        "0/one,",
        '0/one?a=b,{"x":1}',
        "0/one?a=b",
        "1/one,",
        '2["a"]',
        '2["a-b",1]',
        '2/one,12["a",1,2,3]',
        "3/one,7[]",
        '3/one,7["x"]',
        "4/one,",
        '51-["a",{"_placeholder":true,"num":0}]',
        '512-/one,3["a"]',
        "61-/one,3[]",
        "2x",
        "2{",
        "7",
        "x",
        '2/one,01["a"]',
        "5" + 11 * "1" + "-[]",
        "2" + 101 * "1" + "[]",
    ],
)
def test_the_librarys_corners_are_ours(text: str) -> None:
    assert read(TextPacket, text) == read(Packet, text)


@pytest.mark.parametrize(
    "text", ["", "2", "2/one,1", "2[]", "2{}", "2[1]", '2"a"', '2["a",NaN]', '2["a","\\ud800"]', "2[" + 99_999 * "["]
)
def test_what_is_no_event_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 the words are the library's
        TextPacket().decode(text)


def test_a_broken_packet_is_known_by_its_type_and_id() -> None:
    packet = TextPacket()
    with pytest.raises(ValueError, match="JSON"):
        packet.decode('2/one,7["a",{]')
    assert (packet.packet_type, packet.namespace, packet.id) == (2, "/one", 7)


def test_what_is_json_already_goes_in_as_it_is() -> None:
    assert (
        TextPacket(data=["entry", Raw(b'{"number": 1}')], namespace="/one").encode() == '2/one,["entry",{"number": 1}]'
    )
