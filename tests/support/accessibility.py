"""What axe-core finds on a page."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Frame, Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"

# WCAG 2.2, levels A and AA: each version's tag covers only what that version added.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations
  .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))"""


async def violations(page: Page | Frame) -> list[str]:
    """One line for each element that breaks a rule, in this document only: give a frame to look inside it.

    Works under any content security policy.
    """
    if not AXE.exists():
        missing = "axe-core is not installed: run `npm ci`"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    if await page.evaluate("() => typeof window.axe === 'undefined'"):
        await page.evaluate(AXE.read_text())
    found: Any = await page.evaluate(_RUN, RULES)
    return [str(line) for line in found]
