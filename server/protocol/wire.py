"""How the contract is read and written: JSON values in, structs out, and back."""

import unicodedata
from typing import Any, TypeVar

import msgspec

from server.protocol.commands import COMMANDS, Command
from server.protocol.entries import AnyBody, Entry
from server.protocol.errors import Refusal, Refused
from server.protocol.signals import Signal
from server.protocol.words import Kind, Word

NAMESPACES: dict[Kind, str] = {
    "citizen": "/citizen",
    "agent": "/agent",
    "bot": "/service",
    "guest": "/guest",
}
"""Where each kind of participant connects. Media workers share `/service` with the bots."""

JsonText = bytes | msgspec.Raw

_Words = TypeVar("_Words", bound=Word)

ENTRY_EVENT = "entry"
"""The Socket.IO event under which entries reach participants."""

_BODIES: msgspec.json.Decoder[AnyBody] = msgspec.json.Decoder(AnyBody)

_BY_EVENT: dict[str, tuple[type[Command], msgspec.json.Decoder[Command]]] = {
    command.event: (command, msgspec.json.Decoder(command)) for command in COMMANDS
}

_TOO_LONG = "of length <="
"""In the words of msgspec where a text, list or object is longer than it may be."""

_KEPT_CONTROLS = frozenset("\n\t")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def decode_command(event: str, payload: JsonText, kind: Kind) -> Command:
    """The command that `payload` asks for under `event`; `null` is as good as `{}`.

    Raises Refusal: `unknown_command` where this kind of participant has no such command; with the field's path where
    it is JSON, `too_large` for a text or list that is too long, and `malformed`.
    """
    command, decoder = _BY_EVENT.get(event, (None, None))
    if command is None or decoder is None or kind not in command.by:
        raise Refusal("unknown_command")
    return _decode(decoder, payload)


def decode_words(payload: JsonText, words: type[_Words]) -> _Words:
    """What a media worker says. Raises Refusal: `malformed`, `too_large`."""
    return _decode(msgspec.json.Decoder(words), payload)


def _decode(decoder: msgspec.json.Decoder[_Words], payload: JsonText) -> _Words:
    try:
        return decoder.decode(payload if len(payload) != 4 or bytes(payload) != b"null" else b"{}")
    except msgspec.ValidationError as error:
        raise Refusal("too_large" if _TOO_LONG in str(error) else "malformed", field=_path(error)) from error
    except (ValueError, RecursionError) as error:
        raise Refusal("malformed") from error


def decode_body(text: str | bytes) -> AnyBody:
    """The body of a stored entry."""
    return _BODIES.decode(text)


def encode_json(word: Word) -> str:
    """Canonical JSON of a struct: fields in order of declaration, defaults left out."""
    return msgspec.json.encode(word).decode()


def acknowledge(result: Word) -> dict[str, Word]:
    """The acknowledgement of a command that was carried out, to be encoded by msgspec."""
    return {"ok": result}


def refuse(refused: Refused) -> dict[str, Any]:
    """The acknowledgement of a command that was refused, as plain JSON values."""
    return {"error": msgspec.to_builtins(refused)}


def announce(word: Entry | Signal) -> str:
    """The payload under which an entry or signal is emitted, as JSON text."""
    return msgspec.json.encode(word).decode()


def clean(text: str) -> str:
    """What is kept of a text somebody typed; may be empty.

    NFC, no control characters but newline and tab, no bidirectional overrides, no blank edges.
    """
    if text.replace("\n", "").isprintable() and unicodedata.is_normalized("NFC", text):
        # What nearly everybody writes: nothing in it has to go.
        return text.strip()
    kept = (
        char
        for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        if char in _KEPT_CONTROLS
        or (char not in _BIDI_CONTROLS and unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"})
    )
    return "".join(kept).strip()


def _path(error: msgspec.ValidationError) -> str | None:
    """Where in the payload the fault lies, taken from the words of msgspec: "… - at `$.need.topic`"."""
    message = str(error)
    if " - at `$" in message:
        return message.rsplit(" - at `$", 1)[1].rstrip("`").lstrip(".") or None
    if "unknown field" in message or "missing required field" in message:
        return message.rsplit("`", 2)[1]
    return None
