"""What a struct of the contract looks like: its fields, their defaults, and which other structs it holds."""

import enum
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

import msgspec

from server.protocol import words
from server.protocol.words import Word


class Absent(enum.Enum):
    """Stands where a field has no default."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT

ALIASES: dict[Any, str] = {
    getattr(words, name): name
    for name in (
        "Language",
        "LogName",
        "Kind",
        "Phase",
        "Urgency",
        "Identifier",
        "ClientId",
        "Number",
        "Slug",
        "LanguageTag",
        "MessageText",
        "ShortText",
        "Remark",
        "Name",
        "Secret",
        "FieldValue",
    )
}
"""Types that recur under a name, by what they stand for."""


class Field(NamedTuple):
    """One field on the wire; `default` is the JSON value that is meant where it is left out, or ABSENT."""

    name: str
    annotation: Any
    default: Any


def fields(struct: type[Word]) -> tuple[Field, ...]:
    """The fields of a struct in order of declaration. The tag of a tagged struct is not among them."""
    return tuple(Field(found.encode_name, found.type, _default(found)) for found in msgspec.structs.fields(struct))


def tag(struct: type[Word]) -> tuple[str, str] | None:
    """The name and value of the field that tells a tagged struct from its siblings."""
    config = struct.__struct_config__
    return (config.tag_field, str(config.tag)) if config.tag_field else None


def summary(struct: type[Word]) -> str:
    """The docstring of a struct, one line for each paragraph."""
    text = struct.__doc__ or ""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def is_struct(annotation: Any) -> typing.TypeGuard[type[Word]]:
    """Whether this is a struct of the contract."""
    return isinstance(annotation, type) and issubclass(annotation, Word)


def bare(annotation: Any) -> tuple[Any, tuple[msgspec.Meta, ...]]:
    """The type inside `Annotated`, and its limits."""
    if get_origin(annotation) is Annotated:
        inner, *metas = get_args(annotation)
        return inner, tuple(meta for meta in metas if isinstance(meta, msgspec.Meta))
    return annotation, ()


def members(annotation: Any) -> tuple[Any, ...]:
    """The members of a union; of anything else, the thing itself."""
    if get_origin(annotation) in {typing.Union, types.UnionType}:
        return get_args(annotation)
    return (annotation,)


def held(annotation: Any) -> Iterator[type[Word]]:
    """The structs that a value of this type may hold directly."""
    if is_struct(annotation):
        yield annotation
    elif get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            yield from held(inner)


def reach(*roots: type[Word]) -> tuple[type[Word], ...]:
    """The roots and all structs they hold, however deep, each once, in order of first sight."""
    found: dict[type[Word], None] = {}
    waiting = list(roots)
    while waiting:
        struct = waiting.pop(0)
        if struct not in found:
            found[struct] = None
            waiting.extend(inner for field in fields(struct) for inner in held(field.annotation))
    return tuple(found)


def _default(found: msgspec.structs.FieldInfo) -> Any:
    if found.required:
        return ABSENT
    value = found.default if found.default is not msgspec.NODEFAULT else found.default_factory()
    return msgspec.to_builtins(value)
