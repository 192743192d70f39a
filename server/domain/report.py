"""The report (aangifte): its life and its reference. What its fields may hold is `form.py`'s.

Life: `draft` (being filled) -> `offered` (the citizen is asked to confirm) -> `filed`. Either side may change
fields until it is filed; confirming names the revision that was read, so nobody confirms what they did not see.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from server.protocol.errors import Refusal
from server.protocol.words import FieldValue, Kind

State = Literal["draft", "offered", "filed"]

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that a reference survives a telephone."""


class Touch(msgspec.Struct, frozen=True):
    """Who last changed a field: at which revision, which kind of participant, when."""

    revision: int
    kind: Kind
    at: datetime


def check_changes(
    state: State,
    seen: int,
    fields: Mapping[str, FieldValue],
    current: Mapping[str, FieldValue],
    touched: Mapping[str, Touch],
) -> dict[str, FieldValue]:
    """The fields that really change.

    Raises Refusal: `report_filed` once it is filed; `report_changed`, naming the fields, where somebody changed one
    of them after the revision that was `seen`, to something else than what is now sent.
    """
    if state == "filed":
        raise Refusal("report_filed")
    changes = {name: value for name, value in fields.items() if current.get(name) != value}
    stale = {name: "changed" for name in changes if name in touched and touched[name].revision > seen}
    if stale:
        raise Refusal("report_changed", fields=stale)
    return changes


def check_confirmation(state: State, revision: int, seen: int) -> None:
    """Raise Refusal unless exactly this revision was offered and read."""
    if state == "filed":
        raise Refusal("report_filed")
    if state != "offered":
        raise Refusal("report_not_offered")
    if revision != seen:
        raise Refusal("report_changed")


def reference(prefix: str, year: int, entropy: bytes) -> str:
    """A reference such as `OL-2026-7KQ4-M2XD-5`: the zone's prefix, 40 bits of `entropy` and a check character.

    The check character is a sum with odd weights modulo 32, so that any one wrong character is noticed.
    """
    value = int.from_bytes(entropy[:5].rjust(5, b"\0"), "big")
    symbols = [_ALPHABET[(value >> shift) & 31] for shift in range(35, -1, -5)]
    digits = "".join(symbols)
    return f"{prefix}-{year}-{digits[:4]}-{digits[4:]}-{_check_character(digits)}"


def is_reference(text: str) -> bool:
    """Whether a text is a reference without a typing mistake.

    Case and the usual confusions (O for 0, I and L for 1) are forgiven.
    """
    _, _, tidy = text.strip().upper().partition("-")
    parts = tidy.replace("O", "0").replace("I", "1").replace("L", "1").split("-")
    if [len(part) for part in parts] != [4, 4, 4, 1] or not parts[0].isdigit():
        return False
    digits = parts[1] + parts[2]
    return all(char in _ALPHABET for char in digits) and parts[3] == _check_character(digits)


def digest(form: str, version: int, fields: Mapping[str, FieldValue], photos: Sequence[str] = ()) -> str:
    """SHA-256 over the canonical JSON of what was confirmed; `photos`: the digests of those that belong to it."""
    content: dict[str, Any] = {"form": form, "version": version, "fields": dict(sorted(fields.items()))}
    if photos:
        content["photos"] = list(photos)
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def _check_character(digits: str) -> str:
    return _ALPHABET[sum((2 * place + 1) * _ALPHABET.index(char) for place, char in enumerate(digits)) % 32]
