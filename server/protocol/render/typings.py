"""Renders `protocol.d.ts`: the types of the contract, for `tsc` and for editors."""

from datetime import datetime
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from server.protocol.commands import COMMANDS
from server.protocol.entries import AnyBody
from server.protocol.errors import Code
from server.protocol.render.contract import BODIES, RECEIVED, SENT
from server.protocol.render.shapes import ABSENT, ALIASES, Field, bare, fields, is_struct, members, reach, summary, tag
from server.protocol.signals import SIGNALS
from server.protocol.words import Word

HEAD = """\
// Written by `python -m server.protocol.render` from server/protocol.
//
// What is received is typed as `withDefaults` returns it, with every field there. What is sent may leave out what has a
// default.
"""

TAIL = """
export const PROTOCOL: number;
export const LANGUAGES: readonly Language[];
export const NAMESPACES: { readonly citizen: string; readonly agent: string; readonly bot: string };
export const ENTRY_EVENT: "entry";
export const COMMANDS: { readonly [E in CommandEvent]: { readonly by: readonly Kind[]; readonly result: string } };
export const SIGNALS: { readonly [E in SignalEvent]: string };
export const ENTRIES: { readonly [type: string]: { readonly log: LogName; readonly struct: string } | undefined };
export const ERROR_CODES: readonly Code[];

/** A struct as it arrived, with its defaults filled in, however deep. */
export function withDefaults<S extends keyof Received>(struct: S, payload: unknown): Received[S];

/** What the acknowledgement of a command holds under `ok`. */
export function readResult<E extends CommandEvent>(event: E, payload: unknown): Commands[E]["result"];

/** The payload of a signal. */
export function readSignal<E extends SignalEvent>(event: E, payload: unknown): Signals[E];
"""

SCALARS: dict[Any, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
    datetime: "string",
}


def typings() -> str:
    """The text of `protocol.d.ts`."""
    received = set(RECEIVED)
    only_sent = [struct for struct in reach(*SENT) if struct not in received]
    parts = [
        HEAD,
        *(f"export type {name} = {_type(value, sent=False, alias=False)};\n" for value, name in _unions().items()),
        f"export type Code = {_type(Code, sent=False)};\n",
        *(_interface(struct, sent=False) for struct in RECEIVED),
        *(_interface(struct, sent=True) for struct in only_sent),
        f"export type AnyBody = {' | '.join(body.__name__ for body in BODIES)};\n",
        _map("Commands", {c.event: f"{{ payload: {c.__name__}; result: {c.result.__name__} }}" for c in COMMANDS}),
        "export type CommandEvent = keyof Commands;\n",
        _map("Signals", {signal.event: signal.__name__ for signal in SIGNALS}),
        "export type SignalEvent = keyof Signals;\n",
        _map("Received", {struct.__name__: struct.__name__ for struct in RECEIVED}),
    ]
    return "\n".join(parts) + TAIL


def _unions() -> dict[Any, str]:
    """The named types that say more in TypeScript than `string` or `number`."""
    return {value: name for value, name in ALIASES.items() if bare(value)[0] not in SCALARS}


def _interface(struct: type[Word], *, sent: bool) -> str:
    named = tag(struct)
    lines = [f'  readonly {named[0]}: "{named[1]}";'] if named else []
    lines += [_property(field, sent=sent) for field in fields(struct)]
    body = "\n".join(lines)
    comment = "\n".join(f" * {line}".rstrip() for line in summary(struct).split("\n"))
    return f"/**\n{comment}\n */\nexport interface {struct.__name__} {{\n{body}\n}}\n"


def _property(field: Field, *, sent: bool) -> str:
    mark = "?" if sent and field.default is not ABSENT else ""
    return f"  readonly {field.name}{mark}: {_type(field.annotation, sent=sent)};"


def _type(annotation: Any, *, sent: bool, alias: bool = True) -> str:
    """How TypeScript writes this type."""
    if alias and annotation in _unions():
        return ALIASES[annotation]
    inner, _ = bare(annotation)
    if inner == AnyBody:
        return "AnyBody"
    if inner in SCALARS:
        return SCALARS[inner]
    if is_struct(inner):
        return _given(inner) if sent else inner.__name__
    if get_origin(inner) is Literal:
        return " | ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in get_args(inner))
    if len(members(inner)) > 1:
        return " | ".join(dict.fromkeys(_type(member, sent=sent) for member in members(inner)))
    return _container(inner, sent=sent)


def _container(annotation: Any, *, sent: bool) -> str:
    inner = [_type(item, sent=sent) for item in get_args(annotation) if item is not Ellipsis]
    if get_origin(annotation) is tuple:
        if get_args(annotation)[-1] is Ellipsis:
            return f"ReadonlyArray<{inner[0]}>"
        return f"readonly [{', '.join(inner)}]"
    if get_origin(annotation) is dict:
        return f"{{ readonly [key in {inner[0]}]?: {inner[1]} }}" if inner[0] == "Language" else _record(inner)
    raise TypeError(f"{annotation} is no type of the contract")


def _record(inner: list[str]) -> str:
    return f"{{ readonly [key: string]: {inner[1]} }}"


def _given(struct: type[Word]) -> str:
    """A struct inside what is sent: what has a default may be left out."""
    left_out = [field.name for field in fields(struct) if field.default is not ABSENT]
    if not left_out:
        return struct.__name__
    if len(left_out) == len(fields(struct)):
        return f"Partial<{struct.__name__}>"
    names = " | ".join(f'"{name}"' for name in left_out)
    return f"(Omit<{struct.__name__}, {names}> & Partial<Pick<{struct.__name__}, {names}>>)"


def _map(name: str, rows: dict[str, str]) -> str:
    body = "".join(f'  "{key}": {value};\n' for key, value in rows.items())
    return f"export interface {name} {{\n{body}}}\n"
