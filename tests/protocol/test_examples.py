"""The examples that strangers copy are valid."""

import re

import msgspec
import pytest

from server.protocol.commands import COMMANDS, Command
from server.protocol.render.contract import RECEIVED, SENT
from server.protocol.render.examples import example
from server.protocol.render.page import page
from server.protocol.wire import decode_command, encode_json
from server.protocol.words import Word


@pytest.mark.parametrize("struct", [*RECEIVED, *SENT], ids=lambda struct: struct.__name__)
def test_example_decodes_and_is_what_the_desk_would_write(struct: type[Word]) -> None:
    decoded = msgspec.convert(example(struct), struct, strict=True)
    assert msgspec.json.decode(encode_json(decoded)) == example(struct)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.event)
def test_example_is_a_command_of_everyone_who_may_send_it(command: type[Command]) -> None:
    for kind in command.by:
        assert isinstance(decode_command(command.event, msgspec.json.encode(example(command)), kind), command)


def test_links_on_the_page_lead_somewhere() -> None:
    text = page()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    anchors |= set(re.findall(r'<a id="([^"]+)">', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
