"""Filling a report by hand: every required question that has no answer yet gets one, whatever its kind."""

from datetime import UTC, datetime, timedelta

from playwright.async_api import Frame, Locator, Page
from playwright.async_api import TimeoutError as NotInTime

REQUIRED = "(verplicht)"

TYPED = {"tel": "0470 12 34 56", "email": "jan@example.org"}
BY_INPUTMODE = {"decimal": "450", "numeric": "80050100371"}

LOST = {
    "what_happened": "lost",
    "last_seen": "2026-01-12Tmorning",
    "noticed": "2026-01-12T17:30",
    "municipality": "Mechelen",
    "circumstances": "Ergens tussen het station en de markt.",
    "identity_card": True,
    "passport": False,
    "blocked": True,
    "last_name": "Peeters",
    "first_name": "Jan",
    "birth_date": "1980-05-01",
    "home_street": "Stationsstraat",
    "home_number": "12",
    "home_municipality": "Mechelen",
    "phone": "0470 12 34 56",
}
"""All that is asked about lost documents."""


async def answer_all(screen: Page | Frame, done: Locator) -> None:
    """Answer until `done` is visible: an answer may bring further questions."""
    for _ in range(10):
        for field in await screen.locator(".report-field").filter(has_text=REQUIRED).all():
            if not await is_answered(field):
                await answer(field)
        try:
            await done.wait_for(timeout=3_000)
        except NotInTime:
            continue
        else:
            return
    raise AssertionError("there are still questions without an answer")


async def is_answered(field: Locator) -> bool:
    """Whether the field holds an answer."""
    if await field.locator("input[type=radio]").count() and not await field.locator("input[type=date]").count():
        return await field.locator("input[type=radio]:checked").count() > 0
    for control in await field.locator("input:not([type=radio]), select, textarea").all():
        if not await control.input_value():
            return False
    return True


async def answer(field: Locator) -> None:
    """Give the field an answer that suits its kind."""
    if await field.locator("input[type=date]").count():
        await field.locator("input[type=date]").fill(f"{datetime.now(UTC) - timedelta(days=3):%Y-%m-%d}")
        await field.locator("input[type=date]").press("Tab")
        if await field.locator("select").count():
            await field.locator("select").select_option("evening")
        return
    radios = field.locator("input[type=radio]")
    if await radios.count():
        # The last of yes and no is no: no violence, offender not known.
        await radios.last.check()
    elif await field.locator("select").count():
        await field.locator("select").select_option(index=1)
    else:
        control = field.locator("input, textarea").first
        kind = await control.get_attribute("type") or ""
        mode = await control.get_attribute("inputmode") or ""
        await control.fill(TYPED.get(kind) or BY_INPUTMODE.get(mode) or "Stationsstraat 12")
        await control.press("Tab")
