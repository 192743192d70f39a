"""Renders `protocol.js`: the names of the contract, and a reader that fills in what the wire leaves out."""

import json
from typing import Any, get_origin

from server.protocol import PROTOCOL
from server.protocol.commands import COMMANDS
from server.protocol.entries import AnyBody
from server.protocol.errors import CODES
from server.protocol.render.contract import BODIES, RECEIVED
from server.protocol.render.shapes import ABSENT, bare, fields, held, is_struct, members, tag
from server.protocol.signals import SIGNALS
from server.protocol.wire import ENTRY_EVENT, NAMESPACES
from server.protocol.words import LANGUAGES, Word

TEMPLATE = """\
// Written by `python -m server.protocol.render` from server/protocol. Types stand in protocol.d.ts.

/** Version of the contract; stated when connecting. */
export const PROTOCOL = {protocol};

/** Languages the desk itself speaks. */
export const LANGUAGES = {languages};

/** Where each kind of participant connects. */
export const NAMESPACES = {namespaces};

/** The event under which entries arrive. */
export const ENTRY_EVENT = {entry_event};

/** Commands by event: who may send them, and the struct of the result. */
export const COMMANDS = {commands};

/** Signals by event: their struct. */
export const SIGNALS = {signals};

/** Types of entries: the log they stand in, and the struct of their body. */
export const ENTRIES = {entries};

/** Every code a refusal may have. */
export const ERROR_CODES = {codes};

// For each struct that has either: its defaults, and which of its fields hold structs ("Name" one, "[]Name" a list,
// "*" an entry's body). They are frozen because every struct read shares them.
/** @type {{Record<string, [Record<string, any>, Record<string, string>]>}} */
const STRUCTS = {structs};

const freeze = (/** @type {{any}} */ value) => {{
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(freeze);
}};
freeze(STRUCTS);

/**
 * A struct as it arrived, with its defaults filled in, however deep. Fields and types of entries that this version does
 * not know stay as they are.
 */
export function withDefaults(/** @type {{string}} */ struct, /** @type {{any}} */ payload) {{
  const [defaults, parts] = STRUCTS[struct] ?? [{{}}, {{}}];
  /** @type {{any}} */
  const whole = {{ ...defaults, ...payload }};
  for (const [field, part] of Object.entries(parts)) {{
    const value = whole[field];
    if (value === null || value === undefined) continue;
    if (part === "*") {{
      const entry = /** @type {{Record<string, {{struct: string}}>}} */ (ENTRIES)[value.type];
      if (entry) whole[field] = withDefaults(entry.struct, value);
    }} else if (part.startsWith("[]")) {{
      whole[field] = value.map((/** @type {{any}} */ item) => withDefaults(part.slice(2), item));
    }} else {{
      whole[field] = withDefaults(part, value);
    }}
  }}
  return whole;
}}

/** What the acknowledgement of a command holds under `ok`. */
export function readResult(/** @type {{keyof typeof COMMANDS}} */ event, /** @type {{unknown}} */ payload) {{
  return withDefaults(COMMANDS[event].result, payload);
}}

/** The payload of a signal. */
export function readSignal(/** @type {{keyof typeof SIGNALS}} */ event, /** @type {{unknown}} */ payload) {{
  return withDefaults(SIGNALS[event], payload);
}}
"""


def script() -> str:
    """The text of `protocol.js`."""
    return TEMPLATE.format(
        protocol=PROTOCOL,
        languages=_line(list(LANGUAGES)),
        namespaces=_line(NAMESPACES),
        entry_event=_line(ENTRY_EVENT),
        commands=_table({c.event: {"by": sorted(c.by), "result": c.result.__name__} for c in COMMANDS}),
        signals=_table({signal.event: signal.__name__ for signal in SIGNALS}),
        entries=_table({_type(body): {"log": body.log, "struct": body.__name__} for body in BODIES}),
        codes=_list(CODES),
        structs=_table({s.__name__: shape for s in RECEIVED if any(shape := [_defaults(s), _parts(s)])}),
    )


def _type(body: type[Word]) -> str:
    named = tag(body)
    if named is None:
        raise TypeError(f"{body.__name__} has no type")
    return named[1]


def _defaults(struct: type[Word]) -> dict[str, Any]:
    return {field.name: field.default for field in fields(struct) if field.default is not ABSENT}


def _parts(struct: type[Word]) -> dict[str, str]:
    return {field.name: part for field in fields(struct) if (part := _part(field.annotation))}


def _part(annotation: Any) -> str | None:
    """How `withDefaults` names what a field holds. Maps of structs are not part of the contract."""
    inner, _ = bare(annotation)
    if inner == AnyBody:
        return "*"
    structs = tuple(held(inner))
    if not structs:
        return None
    if len(structs) > 1:
        raise TypeError(f"{annotation} holds several structs")
    kinds = [bare(member)[0] for member in members(inner) if member is not type(None)]
    if len(kinds) == 1 and is_struct(kinds[0]):
        return kinds[0].__name__
    if len(kinds) == 1 and get_origin(kinds[0]) is tuple:
        return f"[]{structs[0].__name__}"
    raise TypeError(f"{annotation} holds structs in a way that protocol.js cannot read")


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _table(rows: dict[str, Any]) -> str:
    return "{\n" + "".join(f"  {_line(key)}: {_line(value)},\n" for key, value in rows.items()) + "}"


def _list(items: tuple[str, ...]) -> str:
    return "[\n" + "".join(f"  {_line(item)},\n" for item in items) + "]"
