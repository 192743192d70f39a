"""The colours of tokens.css can be read by everyone, in light and in dark: WCAG 2.2, 1.4.3 and 1.4.11."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "web" / "static" / "shared" / "tokens.css"

TEXT = 4.5
CONTROL = 3.0

GROUNDS = ("surface", "raised")
BUBBLES = ("citizen-bubble", "agent-bubble", "bot-bubble")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, TEXT) for ground in GROUNDS for ink in ("text", "muted", "accent", "danger", "warning", "success")),
    *((ink, bubble, TEXT) for bubble in BUBBLES for ink in ("text", "muted", "accent")),
    *((line, ground, CONTROL) for ground in GROUNDS for line in ("border", "focus")),
    ("accent-text", "accent", TEXT),
    ("accent", "accent-quiet", TEXT),
    ("text", "accent-quiet", TEXT),
    ("muted", "accent-quiet", TEXT),
    ("danger-text", "danger", TEXT),
    ("danger", "danger-quiet", TEXT),
    ("text", "danger-quiet", TEXT),
    ("warning", "warning-quiet", TEXT),
    ("text", "warning-quiet", TEXT),
    ("success", "success-quiet", TEXT),
    ("text", "success-quiet", TEXT),
    ("staff-note-text", "staff-note", TEXT),
    ("staff-note-edge", "staff-note", CONTROL),
    *(("staff-note-edge", ground, CONTROL) for ground in GROUNDS),
)


def declared(css: str) -> dict[str, str]:
    """The hexadecimal colours of the first `:root` block in `css`, by name."""
    block = css.split(":root", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def schemes() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark scheme."""
    css = TOKENS.read_text()
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    return {"light": declared(light), "dark": declared(light) | declared(dark)}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_each_pair_is_readable(scheme: str, ink: str, ground: str, least: float) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= least, f"{ink} on {ground}, {scheme}"


def test_dark_says_every_colour_anew() -> None:
    light, dark = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    assert declared(light).keys() == declared(dark).keys()
