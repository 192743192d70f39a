"""Colours a zone may put in the place of the desk's own, and whether they can be read."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum

Hex = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$", extra={"wanted": "zone-wanted-colour"})]

READABLE = 4.5
"""The least contrast of text on its ground (WCAG 2.2, 1.4.3)."""

VISIBLE = 3.0
"""The least contrast of a line or a control on its ground (WCAG 2.2, 1.4.11)."""

_GROUNDS = ("surface", "raised")
_BUBBLES = ("citizen-bubble", "agent-bubble", "bot-bubble")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, READABLE) for ground in (*_GROUNDS, *_BUBBLES) for ink in ("text", "muted", "accent")),
    *((ink, ground, READABLE) for ground in _GROUNDS for ink in ("danger", "warning", "success")),
    *((ink, "accent-quiet", READABLE) for ink in ("text", "muted", "accent")),
    *((line, ground, VISIBLE) for ground in _GROUNDS for line in ("border", "focus", "staff-note-edge")),
    ("accent-text", "accent", READABLE),
)
"""What stands on what, and the contrast it needs there."""

FIXED = ("danger", "warning", "success", "staff-note")
"""Colours that mean the same in every zone: what begins so is not a zone's to change."""


class Colour(Datum, frozen=True, kw_only=True):
    """A colour in the light and in the dark theme."""

    light: Hex
    dark: Hex


def palette() -> dict[str, Colour]:
    """The desk's own colours, as its style sheet has them."""
    tokens = Path(__file__).parents[2] / "web" / "static" / "shared" / "tokens.css"
    light, dark = tokens.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)
    in_dark = _declared(dark)
    return {role: Colour(light=value, dark=in_dark.get(role, value)) for role, value in _declared(light).items()}


def theme(colours: Mapping[str, Colour]) -> str:
    """The style sheet that puts a zone's colours in the place of the desk's own."""
    light = "".join(f"--{role}:{colour.light};" for role, colour in colours.items())
    dark = "".join(f"--{role}:{colour.dark};" for role, colour in colours.items())
    return f":root{{{light}}}\n@media (prefers-color-scheme: dark){{:root{{{dark}}}}}\n" if colours else ""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _declared(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-fA-F]{6});", css))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
