"""The composer in a real browser: keys, input methods, growth, length."""

import pytest
from playwright.async_api import Locator, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def field(gallery: Page) -> Locator:
    """Where the reply is written."""
    return gallery.get_by_label("Bericht", exact=True)


async def sent(page: Page) -> list[str]:
    """What was sent so far."""
    texts: list[str] = await page.evaluate("() => gallery.told.sent")
    return texts


async def test_enter_sends_and_shift_enter_breaks_the_line(gallery: Page, field: Locator) -> None:
    await field.press_sequentially("  een")
    await field.press("Shift+Enter")
    await field.press_sequentially("twee ")
    await field.press("Enter")
    assert await sent(gallery) == ["een\ntwee"]
    await expect(field).to_have_value("")
    await expect(field).to_be_focused()


async def test_nothing_is_sent_of_blanks(gallery: Page, field: Locator) -> None:
    await field.fill("  \n ")
    await field.press("Enter")
    assert await sent(gallery) == []


async def test_enter_that_ends_a_composition_does_not_send(gallery: Page, field: Locator) -> None:
    await field.fill("にほん")
    for init in ({"isComposing": True}, {"keyCode": 229}):
        await field.evaluate(
            """(field, init) => field.dispatchEvent(
              new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...init}))""",
            init,
        )
    assert await sent(gallery) == []
    await field.press("Enter")
    assert await sent(gallery) == ["にほん"]


async def test_it_grows_with_the_text_up_to_six_lines(field: Locator) -> None:
    async def height(lines: int) -> float:
        await field.fill("\n".join(["regel"] * lines))
        box = await field.bounding_box()
        assert box is not None
        return box["height"]

    one, three, six, twenty = [await height(lines) for lines in (1, 3, 6, 20)]
    assert one < three < six
    assert twenty == pytest.approx(six, abs=20)
    assert await height(1) == one


async def test_what_is_too_long_is_kept_and_not_sent(gallery: Page, field: Locator) -> None:
    await field.fill("x" * 4003)
    await field.press("Enter")
    assert await sent(gallery) == []
    await expect(field).to_have_value("x" * 4003)
    await expect(gallery.get_by_text("3 tekens te veel")).to_be_visible()


async def test_the_font_is_large_enough_that_phones_do_not_zoom(field: Locator) -> None:
    assert float((await field.evaluate("field => getComputedStyle(field).fontSize")).removesuffix("px")) >= 16
