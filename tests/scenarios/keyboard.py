"""Somebody who uses no mouse."""

from playwright.async_api import Page

FOCUS = """() => {
  const focused = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const isControl = focused.matches("a, button, input, select, summary, textarea, [role=log], [role=switch]");
  return {
    name: isControl ? focused.ariaLabel || focused.labels?.[0]?.innerText || focused.innerText || "" : "",
    seen: focused === document.body || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 3),
    html: focused.outerHTML,
  };
}"""
"""What the focus is on. Browsers also let it rest on what scrolls, which is no control and has no name."""


async def tab_to(page: Page, name: str, *, most: int = 60) -> None:
    """Press Tab until the focus is on what is called so; the focus is seen all the way."""
    passed: list[str] = []
    for _ in range(most):
        await page.keyboard.press("Tab")
        focus = await page.evaluate(FOCUS)
        assert focus["seen"], focus["html"]
        passed.append(focus["name"].partition("\n")[0])  # the rest are the choices of a list
        if name in passed[-1]:
            return
    raise AssertionError(f"{name} cannot be reached by {most} presses, which lead to {passed}")
