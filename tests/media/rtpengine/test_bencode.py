"""The encoding of the control protocol."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media.rtpengine.bencode import NotBencode, Value, decode, encode

VALUES: st.SearchStrategy[Value] = st.recursive(
    st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(VALUES)
def test_what_is_written_is_read(value: Value) -> None:
    assert decode(encode(value)) == value


def test_it_is_written_as_the_standard_says() -> None:
    assert encode({"command": "ping", "a": [1, -2, "é"]}) == b"d1:ali1ei-2e2:\xc3\xa9e7:command4:pinge"


@pytest.mark.parametrize(
    "encoded",
    [
        b"",
        b"i1",
        b"ie",
        b"ixe",
        b"5:ping",
        b"-1:a",
        b"x",
        b"l",
        b"d1:ae",
        b"di1ei2ee",
        b"4:pingmore",
        b"l" * 40 + b"e" * 40,
    ],
)
def test_anything_else_is_refused(encoded: bytes) -> None:
    with pytest.raises(NotBencode):
        decode(encoded)


@given(st.binary(max_size=60))
def test_no_bytes_do_harm(encoded: bytes) -> None:
    try:
        decode(encoded)
    except NotBencode:
        return
