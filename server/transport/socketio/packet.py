"""Socket.IO packets of text, encoded and decoded by msgspec."""

import re
from typing import Any

import msgspec
from msgspec import Raw
from socketio.packet import EVENT, Packet

_FORM = re.compile(
    r"""
    (?P<type>[0-9])
    (?:(?P<attachments>[0-9]{1,10})-)?
    (?:(?P<namespace>/[^,?]*)(?:\?[^,]*)?(?:,|\Z))?
    (?P<id>[0-9]{0,100})
    (?P<data>.*)
    """,
    re.ASCII | re.DOTALL | re.VERBOSE,
)

_USUAL = msgspec.json.Decoder(tuple[str, Raw])
_ANY = msgspec.json.Decoder(list[Raw])
_NAME = msgspec.json.Decoder(str)


class Codec:
    """A JSON module as the library wants one, on msgspec. Structs may be encoded, and `Raw`: text that is JSON already
    goes in as it is. Raises ValueError for what is not JSON."""

    @staticmethod
    def dumps(value: object, **options: object) -> str:
        """JSON without blanks, whatever `options` say about them."""
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str, **options: object) -> Any:
        try:
            return msgspec.json.decode(text)
        except RecursionError as error:
            raise ValueError("nested too deep") from error


class TextPacket(Packet):  # type: ignore[misc]
    """A packet without attachments, whose JSON is `Codec`'s.

    The arguments of an event that is decoded stay JSON text (`Raw`): whoever knows what they should be decodes them.
    A packet whose JSON is broken raises ValueError, and has its type, namespace and id by then. Attachments that a
    packet announces are counted, and never put in.
    """

    uses_binary_events = False
    json = Codec
    data: Any

    def decode(self, encoded_packet: str) -> int:
        """Read a packet; the number of attachments that it announces. Raises ValueError."""
        found = _FORM.fullmatch(encoded_packet)
        if found is None:
            raise ValueError("not a packet")
        kind, attachments, namespace, id, data = found.groups()
        self.packet_type = int(kind)
        self.namespace = namespace
        self.id = int(id) if id else None
        self.data = None
        if self.packet_type == EVENT:
            self.data = _event(data)
        elif data:
            self.data = self.json.loads(data)
        return int(attachments) if attachments else 0


def _event(data: str) -> list[Any]:
    """The event's name and its arguments."""
    try:
        try:
            return list(_USUAL.decode(data))
        except msgspec.ValidationError:
            # No argument, or several.
            parts = _ANY.decode(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not parts:
        raise ValueError("an event without a name")
    return [_NAME.decode(parts[0]), *parts[1:]]
