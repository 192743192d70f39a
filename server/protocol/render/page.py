"""Renders `docs/protocol.md`: the contract for whoever writes a client."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from server.protocol.body import Body
from server.protocol.commands import COMMANDS, Command
from server.protocol.entries import AnyBody, Entry
from server.protocol.errors import CODES, MEANINGS, Refused
from server.protocol.pages import SignIn
from server.protocol.render.contract import BODIES, PAGES, RESULTS, VALUES
from server.protocol.render.examples import example
from server.protocol.render.shapes import ABSENT, ALIASES, Field, bare, fields, is_struct, members, summary, tag
from server.protocol.signals import SIGNALS, Signal
from server.protocol.words import Word

INTRODUCTION = Path(__file__).with_name("introduction.md")

_SCALARS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    NoneType: "null",
    datetime: "moment",
}


def page() -> str:
    """The text of `docs/protocol.md`."""
    return "\n".join(
        (
            INTRODUCTION.read_text(encoding="utf-8"),
            *_commands(),
            "## Results\n",
            *_structs(RESULTS),
            *_entries(),
            "## Signals\n",
            *(_section(f"`{signal.event}`", signal) for signal in SIGNALS),
            "## Refusals\n",
            _section("`Refused`", Refused),
            *_codes(),
            "## Data of the pages\n",
            *_structs((*PAGES, SignIn)),
            "## Values\n",
            *_aliases(),
            *_structs(VALUES),
        )
    )


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    for command in COMMANDS:
        yield _command(command)


def _command(command: type[Command]) -> str:
    who = ", ".join(sorted(command.by))
    asked = f'await socket.emitWithAck("{command.event}", {_json(example(command))});'
    answered = _json({"ok": example(command.result)}, indent=None)
    return (
        f"### `{command.event}`\n\n{summary(command)}\n\nBy {who}. Result: {_link(command.result)}.\n\n"
        f"{_table(command)}```js\n{asked}\n// {answered}\n```\n"
    )


def _entries() -> Iterator[str]:
    yield "## Entries\n"
    yield _section("`Entry`", Entry)
    yield "The bodies, by their `type`:\n"
    for body in BODIES:
        yield _section(f"`{_type(body)}`", body, note=f"In the {body.log} log.")


def _codes() -> Iterator[str]:
    yield "| code | what it means, and what to do |\n|---|---|"
    for code in CODES:
        yield f"| `{code}` | {MEANINGS[code]} |"
    yield ""


def _aliases() -> Iterator[str]:
    yield "| name | what it is |\n|---|---|"
    for annotation, name in ALIASES.items():
        _, metas = bare(annotation)
        about = " ".join(meta.description for meta in metas if meta.description)
        yield f'| <a id="{name.lower()}"></a>`{name}` | {_cell(f"{_words(annotation, alias=False)}. {about}")} |'
    yield ""


def _structs(structs: Iterable[type[Word]]) -> Iterator[str]:
    for struct in structs:
        yield _section(f"`{struct.__name__}`", struct)


def _section(heading: str, struct: type[Word], *, note: str = "") -> str:
    about = f"{summary(struct)} {note}".strip()
    return f"### {heading}\n\n{about}\n\n{_table(struct)}```json\n{_json(example(struct))}\n```\n"


def _table(struct: type[Word]) -> str:
    rows = [f"| `{field.name}` | {_cell(_words(field.annotation))} | {_need(field)} |" for field in fields(struct)]
    if not rows:
        return ""
    return "| field | what it holds | if left out |\n|---|---|---|\n" + "\n".join(rows) + "\n\n"


def _need(field: Field) -> str:
    return "required" if field.default is ABSENT else f"`{json.dumps(field.default)}`"


def _words(annotation: Any, *, alias: bool = True) -> str:
    """A type in words, with its limits."""
    if alias and annotation in ALIASES:
        return f"[`{ALIASES[annotation]}`](#{ALIASES[annotation].lower()})"
    inner, metas = bare(annotation)
    limits = [limit for meta in metas for limit in _limits(meta, is_text=inner is str)]
    return ", ".join((_plain(inner), *limits))


def _plain(inner: Any) -> str:
    if inner == AnyBody:
        return "one of the bodies below"
    if inner in _SCALARS:
        return _SCALARS[inner]
    if is_struct(inner):
        return _link(inner)
    if get_origin(inner) is Literal:
        return " or ".join(f"`{json.dumps(value)}`" for value in get_args(inner))
    if len(members(inner)) > 1:
        return " or ".join(_words(member) for member in members(inner))
    if get_origin(inner) is dict:
        key, value = get_args(inner)
        return f"object: {_words(key)} to {_words(value)}"
    item, *others = get_args(inner)
    if others == [Ellipsis]:
        return f"list of {_words(item)}"
    return f"list of {len(others) + 1}: {', '.join(_words(each) for each in (item, *others))}"


def _limits(meta: Any, *, is_text: bool) -> Iterator[str]:
    if bounds := _bounds(meta.min_length, meta.max_length):
        yield f"{bounds} characters" if is_text else f"{bounds} of them"
    if bounds := _bounds(meta.ge, meta.le):
        yield bounds
    if meta.pattern is not None:
        yield f"like `{meta.pattern}`"


def _bounds(least: int | None, most: int | None) -> str:
    if least is None:
        return "" if most is None else f"at most {most}"
    return f"at least {least}" if most is None else f"{least} to {most}"


def _type(body: type[Body]) -> str:
    named = tag(body)
    return named[1] if named else body.__name__


def _link(struct: type[Word]) -> str:
    name = struct.event if issubclass(struct, Signal) else struct.__name__
    return f"[`{name}`](#{name.lower().replace('.', '')})"


def _cell(text: str) -> str:
    """Text for a cell of a table, where a bar would end it."""
    return text.strip().replace("|", "\\|")


def _json(value: Any, indent: int | None = 2) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    return flat if indent is None or len(flat) <= 100 else json.dumps(value, ensure_ascii=False, indent=indent)
