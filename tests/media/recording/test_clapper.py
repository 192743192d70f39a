"""What two real browsers show and let hear at the same moment is at the same moment in both their films."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.media.recording.clapper import clap

pytestmark = pytest.mark.browser

WIDE = 100
"""Milliseconds: EN 301 549, 6.5.4. The figures are the bench's."""


async def test_picture_sound_and_parties_are_in_step(browser: Browser, tmp_path: Path) -> None:
    measured = await clap(browser, tmp_path)
    assert all(abs(each) < WIDE for each in measured.lips), measured
    assert abs(measured.parties) < WIDE, measured
