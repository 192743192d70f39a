"""A sealed stream: what was sealed comes back, and nothing else does."""

import io
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sealed.stream import HEADER_BYTES, LENGTH, Damaged, SealedStream, Sealer

KEY = secrets.token_bytes(32)
PARTS = st.lists(st.binary(max_size=300), min_size=1, max_size=8)


def sealed(parts: list[bytes], *, final: bool = True) -> tuple[bytes, list[bytes]]:
    """A stream of these parts: its header, and its chunks."""
    sealer = Sealer(KEY, "dump r_1")
    chunks = [sealer.seal(part) for part in parts[:-1]]
    chunks.append(sealer.seal(parts[-1], final=final))
    return sealer.header, chunks


def read(data: bytes, *, key: bytes = KEY, label: str = "dump r_1") -> tuple[list[bytes], bool]:
    """All parts, and whether nothing is missing at the end."""
    stream = SealedStream(io.BytesIO(data), key, label)
    return list(stream), stream.is_complete


def until_damaged(data: bytes) -> list[bytes]:
    """What can be read before the stream is found to be damaged."""
    found: list[bytes] = []
    with pytest.raises(Damaged):
        found.extend(SealedStream(io.BytesIO(data), KEY, "dump r_1"))
    return found


@given(PARTS)
def test_what_was_sealed_comes_back(parts: list[bytes]) -> None:
    header, chunks = sealed(parts)
    assert read(header + b"".join(chunks)) == (parts, True)


@given(PARTS, st.data())
def test_a_stream_that_was_cut_gives_all_whole_chunks_and_says_that_it_was_cut(
    parts: list[bytes], data: st.DataObject
) -> None:
    header, chunks = sealed(parts)
    whole = header + b"".join(chunks)
    length = data.draw(st.integers(HEADER_BYTES, len(whole) - 1))
    found, is_complete = read(whole[:length])
    ends = [HEADER_BYTES + sum(map(len, chunks[: n + 1])) for n in range(len(chunks))]
    assert found == parts[: sum(end <= length for end in ends)]
    assert not is_complete


@given(PARTS)
def test_a_stream_without_its_end_is_readable(parts: list[bytes]) -> None:
    header, chunks = sealed(parts, final=False)
    assert read(header + b"".join(chunks)) == (parts, False)


@given(PARTS, st.data())
def test_any_changed_bit_is_found(parts: list[bytes], data: st.DataObject) -> None:
    header, chunks = sealed(parts)
    whole = bytearray(header + b"".join(chunks))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found, is_complete = read(bytes(whole))
    except Damaged:
        return
    # A length that points past the end is a stream that was cut: everything before it is good.
    assert not is_complete
    assert found == parts[: len(found)]
    assert len(found) < len(parts)


@given(st.lists(st.binary(min_size=1, max_size=50), min_size=2, max_size=6, unique=True), st.data())
def test_another_order_is_found(parts: list[bytes], data: st.DataObject) -> None:
    header, chunks = sealed(parts)
    order = data.draw(st.permutations(range(len(chunks))).filter(lambda order: list(order) != sorted(order)))
    found = until_damaged(header + b"".join(chunks[number] for number in order))
    assert found == parts[: len(found)]


def test_a_doubled_a_missing_and_a_foreign_chunk_are_found() -> None:
    header, chunks = sealed([b"one", b"two", b"three"])
    _, others = sealed([b"one", b"two", b"three"])
    assert until_damaged(header + chunks[0] + chunks[0] + chunks[2]) == [b"one"]
    assert until_damaged(header + chunks[0] + chunks[2]) == [b"one"]
    assert until_damaged(header + chunks[0] + others[1] + chunks[2]) == [b"one"]


def test_nothing_follows_the_last_chunk() -> None:
    sealer = Sealer(KEY, "dump r_1")
    chunks = sealer.seal(b"one"), sealer.seal(b"two", final=True), sealer.seal(b"three")
    assert until_damaged(sealer.header + b"".join(chunks)) == [b"one"]


def test_a_stream_opens_under_its_own_key_and_label_only() -> None:
    header, chunks = sealed([b"one"])
    whole = header + b"".join(chunks)
    for key, label in ((secrets.token_bytes(32), "dump r_1"), (KEY, "dump r_2"), (KEY, "film r_1")):
        with pytest.raises(Damaged):
            read(whole, key=key, label=label)


def test_a_length_that_nobody_would_write_is_not_believed() -> None:
    header, _ = sealed([b"one"])
    with pytest.raises(Damaged):
        read(header + LENGTH.pack(2**31) + bytes(100))


def test_what_is_no_stream_is_refused() -> None:
    with pytest.raises(Damaged):
        read(b"RIFF" + bytes(100))
