"""What we rely on in aiortc, aioice and pylibsrtp below their public interface.

When one of these fails after an upgrade, `server/media/relay/touchpoints.py` is the only file to mend.
"""

import asyncio
import inspect
import sys
from importlib.metadata import version

import pylibsrtp
import pytest
from aioice import stun
from aiortc import RTCCertificate, RTCDtlsTransport
from hypothesis import given, settings
from hypothesis import strategies as st
from pylibsrtp._binding import ffi, lib  # type: ignore[import-not-found]

from server.media.relay.description import Fingerprint
from server.media.relay.touchpoints import (
    BUFFER_SIZE,
    MAX_DATAGRAM,
    MAX_WAITING,
    BindingRequest,
    BindingResponse,
    DtlsServer,
    Keys,
    PacketBuffer,
    Wire,
    make_binding_request,
    read_binding,
    unprotect_rtcp,
    unprotect_rtp,
)
from tests.media.endpoint import DtlsEnd, rtcp, rtp


def digest(certificate: RTCCertificate) -> Fingerprint:
    found = next(each for each in certificate.getFingerprints() if each.algorithm == "sha-256")
    return Fingerprint(algorithm=found.algorithm, value=found.value)


@pytest.mark.parametrize(("package", "tried"), [("aiortc", "1.16.0"), ("aioice", "0.13.0"), ("pylibsrtp", "1.0.0")])
def test_the_versions_are_those_that_were_tried(package: str, tried: str) -> None:
    assert version(package) == tried, f"try {package} anew: run these tests and the calls in browsers, then change this"


class TestPylibsrtp:
    @pytest.mark.parametrize("name", ["srtp_protect", "srtp_unprotect", "srtp_protect_rtcp", "srtp_unprotect_rtcp"])
    def test_the_library_works_in_place(self, name: str) -> None:
        """Context, packet, length: libsrtp 2. Version 3 takes separate buffers for input and output."""
        signature = ffi.typeof(getattr(lib, name))
        assert [argument.cname for argument in signature.args[1:]] == ["void *", "int *"]
        assert signature.args[0].kind == "pointer"

    @pytest.mark.parametrize(
        ("code", "meaning"),
        [
            (7, "authentication failure"),
            (9, "replay check failed (bad index)"),
            (10, "replay check failed (index too old)"),
        ],
    )
    def test_errors_are_told_by_number(self, code: int, meaning: str) -> None:
        assert pylibsrtp.ERRORS[code] == meaning

    def test_a_session_owns_a_context(self) -> None:
        session = pylibsrtp.Session()
        assert ffi.typeof(session._srtp).cname.endswith("* *")  # noqa: SLF001
        assert list(inspect.signature(session.remove_stream).parameters) == ["ssrc"]

    def test_the_buffer_has_room_for_what_is_added(self) -> None:
        buffer = PacketBuffer()
        assert len(buffer.view) == BUFFER_SIZE == buffer.words.nbytes
        assert BUFFER_SIZE - MAX_DATAGRAM > pylibsrtp.SRTP_MAX_SRTCP_TRAILER_LEN
        buffer.view[8:12] = b"\x01\x02\x03\x04"
        assert buffer.words[2].to_bytes(4, sys.byteorder) == b"\x01\x02\x03\x04"


class TestAiortc:
    async def shake_hands(self, expected: Fingerprint | None = None) -> tuple[DtlsServer, DtlsEnd, Keys | None]:
        """A server of ours and a client of aiortc's, without a network between."""
        theirs, ours = RTCCertificate.generateCertificate(), RTCCertificate.generateCertificate()
        to_server = Wire(lambda packet: to_client.feed(packet) and None)
        to_client = Wire(lambda packet: to_server.feed(packet) and None)
        server, client = DtlsServer(to_server, ours), DtlsEnd(to_client, theirs)
        connecting = asyncio.create_task(client.connect(digest(ours)))
        keys = await server.handshake([expected or digest(theirs)])
        if keys is None:
            to_client.close()
        await connecting
        for wire in (to_server, to_client):
            wire.close()
        await server.hang_up()
        await client.finish()
        return server, client, keys

    async def test_as_server_we_agree_on_the_strongest_and_cheapest_cipher(self) -> None:
        _, client, keys = await self.shake_hands()
        assert keys is not None
        assert client.cipher == "SRTP_AEAD_AES_256_GCM"

    async def test_the_keys_open_what_the_other_side_sealed(self) -> None:
        _, client, keys = await self.shake_hands()
        assert keys is not None
        buffer = PacketBuffer()
        for plain, unprotect in ((rtp(7, 1), unprotect_rtp), (rtcp(7), unprotect_rtcp)):
            sealed = client.protect(plain)
            buffer.view[: len(sealed)] = sealed
            buffer.length[0] = len(sealed)
            assert unprotect(keys.inbound, buffer.memory, buffer.length) == 0
            assert bytes(buffer.view[: buffer.length[0]]) == plain
        keys.forget([7, 8])

    async def test_another_certificate_than_the_one_described_gets_no_keys(self) -> None:
        server, _, keys = await self.shake_hands(digest(RTCCertificate.generateCertificate()))
        assert keys is None
        assert server.state == "failed"

    async def test_its_end_is_told_and_leaves_no_task(self) -> None:
        before = asyncio.all_tasks()
        server, _, _ = await self.shake_hands()
        assert server.state == "closed"
        assert asyncio.all_tasks() == before

    def test_the_transport_asks_of_ice_what_a_wire_can(self) -> None:
        """Whatever aiortc calls on its ICE transport, `Wire` must have."""
        source = inspect.getsource(RTCDtlsTransport)
        called = {
            name for name in ("_recv", "_send", "role", "state", "stop", "start") if f"transport.{name}" in source
        }
        assert called == {"_recv", "_send", "role"}
        assert all(hasattr(Wire, name) for name in called)

    async def test_a_wire_drops_what_nobody_reads(self) -> None:
        wire = Wire(lambda _: None)
        assert [wire.feed(b"hello") for _ in range(MAX_WAITING + 1)] == [True] * MAX_WAITING + [False]
        wire.close()
        for _ in range(2):
            with pytest.raises(ConnectionError):
                await wire._recv()  # noqa: SLF001


class TestAioice:
    def test_a_binding_request_is_read_and_answered(self) -> None:
        message = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
        message.attributes.update({"USERNAME": "us:them", "USE-CANDIDATE": None})
        message.add_message_integrity(b"secret")
        request = read_binding(bytes(message))
        assert isinstance(request, BindingRequest)
        assert (request.addressed_to, request.nominates) == ("us", True)
        assert request.is_authentic("secret")
        assert not request.is_authentic("guess")
        for source in (("192.0.2.1", 4_000), ("2001:db8::1", 4_000, 0, 0)):
            response = stun.parse_message(request.response(source, "secret"))
            assert response.message_class == stun.Class.RESPONSE
            assert response.transaction_id == message.transaction_id
            assert response.check_message_integrity(b"secret")
            assert response.attributes["XOR-MAPPED-ADDRESS"] == source[:2]

    def test_a_request_of_ours_is_answered_and_the_answer_is_known(self) -> None:
        transaction, packet = make_binding_request("them:us", "secret")
        asked = read_binding(packet)
        assert isinstance(asked, BindingRequest)
        assert asked.is_authentic("secret")
        answer = read_binding(asked.response(("192.0.2.1", 4_000), "secret"))
        assert isinstance(answer, BindingResponse)
        assert answer.transaction == transaction
        assert answer.is_authentic("secret")
        assert not answer.is_authentic("guess")

    @pytest.mark.parametrize("kind", [stun.Class.INDICATION, stun.Class.ERROR])
    def test_nothing_else_is_either(self, kind: stun.Class) -> None:
        assert read_binding(bytes(stun.Message(message_method=stun.Method.BINDING, message_class=kind))) is None

    @settings(deadline=None)
    @given(st.binary(max_size=1_500))
    def test_any_bytes_are_read_or_left(self, noise: bytes) -> None:
        assert read_binding(noise) is None or len(noise) >= 20

    @settings(deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.binary(max_size=40)), max_size=8))
    def test_so_are_any_attributes(self, attributes: list[tuple[int, bytes]]) -> None:
        body = b"".join(
            kind.to_bytes(2, "big") + len(value).to_bytes(2, "big") + value + bytes(-len(value) % 4)
            for kind, value in attributes
        )
        header = b"\x00\x01" + len(body).to_bytes(2, "big") + bytes.fromhex("2112a442") + bytes(12)
        read_binding(header + body)
