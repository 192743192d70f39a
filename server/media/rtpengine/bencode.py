"""The encoding of rtpengine's control protocol: whole numbers, texts, lists and dictionaries, each with its length.

https://www.bittorrent.org/beps/bep_0003.html, as far as the protocol uses it. Texts are UTF-8 both ways.
"""

from collections.abc import Mapping, Sequence

Value = int | str | Sequence["Value"] | Mapping[str, "Value"]

MAX_DEPTH = 32


class NotBencode(ValueError):
    """It is not written as it should be."""


def encode(value: Value) -> bytes:
    """The bytes that say `value`."""
    match value:
        case int():
            return b"i%de" % value
        case str():
            text = value.encode()
            return b"%d:%s" % (len(text), text)
        case Mapping():
            return b"d%se" % b"".join(encode(name) + encode(value[name]) for name in sorted(value))
        case _:
            return b"l%se" % b"".join(map(encode, value))


def decode(encoded: bytes) -> Value:
    """What `encoded` says, which is to be one value and no more. Raises NotBencode."""
    try:
        value, end = _read(encoded, 0, MAX_DEPTH)
    except (IndexError, ValueError) as error:
        raise NotBencode(str(error)) from error
    if end != len(encoded):
        raise NotBencode(f"{len(encoded) - end} bytes too many")
    return value


def _read(encoded: bytes, at: int, depth: int) -> tuple[Value, int]:
    """The value that begins there, and where it ends."""
    if depth == 0:
        raise NotBencode("too deep")
    match encoded[at : at + 1]:
        case b"i":
            end = encoded.index(b"e", at)
            return int(encoded[at + 1 : end]), end + 1
        case b"l":
            items, end = _read_items(encoded, at + 1, depth)
            return items, end
        case b"d":
            items, end = _read_items(encoded, at + 1, depth)
            names = [name for name in items[::2] if isinstance(name, str)]
            if len(names) * 2 != len(items):
                raise NotBencode("a name that is no text, or one without a value")
            return dict(zip(names, items[1::2], strict=True)), end
        case _:
            colon = encoded.index(b":", at)
            end = colon + 1 + int(encoded[at:colon])
            if not colon < end <= len(encoded):
                raise NotBencode("a text that ends too soon")
            return encoded[colon + 1 : end].decode(errors="replace"), end


def _read_items(encoded: bytes, at: int, depth: int) -> tuple[list[Value], int]:
    items: list[Value] = []
    while encoded[at] != ord("e"):
        item, at = _read(encoded, at, depth - 1)
        items.append(item)
    return items, at + 1
