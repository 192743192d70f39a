"""The transcript as one HTML file: nothing in it runs, nothing is fetched, everybody can read it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.async_api import Browser

from server.papers.printer import Printer
from server.protocol.entries import ConversationOpened, MessagePosted
from server.zone import Zone
from tests.papers.samples import AGENT, CITIZEN, talk, whole_talk
from tests.support.accessibility import violations

HOSTILE = [
    "<script>document.title = 'run'</script>",
    "<img src=x onerror=\"document.title = 'run'\">",
    "</p></li></style><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "&lt;b&gt; &#106;avascript:alert(1)",
    "' onmouseover='alert(1)",
]


class Markup(HTMLParser):
    """Collects what a browser would see as elements, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(printer: Printer, zone: Zone, *said: str) -> str:
    opened = (CITIZEN, ConversationOpened(language="nl"))
    return printer.transcript_page(talk(zone, [opened, *[(CITIZEN, MessagePosted(text=text)) for text in said]]))


def test_it_consists_of_text_only(printer: Printer, zone: Zone) -> None:
    markup = Markup(printer.transcript_page(whole_talk(zone)))
    assert not {"script", "img", "link", "iframe", "form", "a", "base", "object"} & markup.tags
    assert not {name for name, _ in markup.attributes} & {"src", "href", "style", "action"}
    assert not [name for name, _ in markup.attributes if name.startswith("on")]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_is_text(printer: Printer, zone: Zone, text: str) -> None:
    plain, hostile = Markup(page_of(printer, zone, "hello")), Markup(page_of(printer, zone, text))
    assert text in hostile.text
    assert hostile.tags == plain.tags
    assert {name for name, _ in hostile.attributes} == {name for name, _ in plain.attributes}


def test_control_characters_are_gone(printer: Printer, zone: Zone) -> None:
    page = page_of(printer, zone, "a\x00b\x1bc\u202ed\ufeffe")
    assert "abcde" in page


def test_names_and_remarks_are_text_too(printer: Printer, zone: Zone) -> None:
    page = printer.transcript_page(whole_talk(zone))
    assert "&lt;b&gt;merci&lt;/b&gt;" in page
    assert AGENT.name is not None
    assert AGENT.name in page


def test_it_says_the_same_as_the_paper(printer: Printer, zone: Zone) -> None:
    text = " ".join(Markup(printer.transcript_page(whole_talk(zone))).text.split())
    assert "Gesprek met het onlineloket" in text
    assert "14:03 Burger Mijn fiets is weg. En mijn helm ook." in text
    assert "Duur: 12 min 34 s." in text


def test_times_and_languages_can_be_read_by_programs(printer: Printer, zone: Zone) -> None:
    page = printer.transcript_page(whole_talk(zone))
    assert '<time datetime="2026-03-14T14:03:25+01:00">14:03</time>' in page
    assert '<p lang="fr" dir="ltr">Bonjour, je suis Sofie.</p>' in page
    assert re.search(r'<p lang="und" dir="rtl">مرحبا', page)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_anybody_can_read_it(browser: Browser, printer: Printer, zone: Zone, tmp_path: Path, scheme: str) -> None:
    """Under its own policy in a real browser: styled, nothing refused, nothing that axe-core finds, at 320 px too."""
    html, policy = printer.transcript_page(whole_talk(zone)), printer.page_policy
    context = await browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = await context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    headers = {"Content-Security-Policy": policy, "Content-Type": "text/html; charset=utf-8"}
    await page.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
    await page.goto("http://paper.test/")
    assert refused == []
    assert await violations(page) == []
    assert await page.evaluate("getComputedStyle(document.querySelector('ol')).listStyleType") == "none"
    await page.set_viewport_size({"width": 320, "height": 600})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await context.close()
