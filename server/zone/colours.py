"""Colours a zone may put in the place of the desk's own, and whether they can be read."""

from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum

Hex = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$", description="a colour like `#1d4f91`")]


class Colour(Datum, frozen=True, kw_only=True):
    """A colour in the light and in the dark theme."""

    light: Hex
    dark: Hex


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
