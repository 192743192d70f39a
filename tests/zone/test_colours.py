"""Colours of a zone: what they may be, and whether they can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.zone.colours import PAIRS, Colour, contrast, palette, theme

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_what_the_standard_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(HEX, HEX)
def test_contrast_does_not_ask_which_is_the_text(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


def test_the_desks_own_colours_can_be_read() -> None:
    own = palette()
    for ink, ground, least in PAIRS:
        for name in ("light", "dark"):
            assert contrast(getattr(own[ink], name), getattr(own[ground], name)) >= least, (ink, ground, name)


def test_a_theme_is_a_style_sheet_for_light_and_dark() -> None:
    sheet = theme({"accent": Colour(light="#004488", dark="#88ccff")})
    assert sheet.startswith(":root{--accent:#004488;}")
    assert "(prefers-color-scheme: dark){:root{--accent:#88ccff;}}" in sheet
    assert theme({}) == ""
