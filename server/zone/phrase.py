"""How mistakes speak of what should have been written."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

from msgspec import inspect


def describe(wanted: inspect.Type) -> str:
    """What to write where that type is asked for."""
    match wanted:
        case inspect.Metadata():
            if (wanted.extra or {}).get("complete"):
                return "a text in each language (`nl`, `fr`, `en`, `de`)"
            described = (wanted.extra_json_schema or {}).get("description")
            return str(described) if described else describe(wanted.type)
        case inspect.StrType(pattern=pattern) if pattern is not None:
            return f"a text that fits `{pattern}`"
        case inspect.StrType():
            return "a text"
        case inspect.BoolType():
            return "`true` or `false`"
        case inspect.IntType(ge=least, le=most) if least is not None and most is not None:
            return f"a whole number from {least} to {most}"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType():
            return "a number"
        case inspect.DateType():
            return "a date like `2026-05-01`"
        case inspect.LiteralType():
            return "one of " + listed(str(value) for value in wanted.values)
        case inspect.VarTupleType():
            return "a list"
        case inspect.StructType(cls=cls) if hasattr(cls, "WRITTEN"):
            return str(cls.WRITTEN)
        case inspect.StructType():
            return f"the keys of {noun_of(wanted.cls)}: " + listed(field.encode_name for field in wanted.fields)
        case inspect.UnionType():
            kinds = [kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
            return " or ".join(dict.fromkeys(describe(kind) for kind in kinds))
    return "keys with their values"


def noun_of(struct: type[Any]) -> str:
    """What messages call a struct: `DemoAgent` is "a demo agent"."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", struct.__name__).lower()
    return ("an " if words[0] in "aeiou" else "a ") + words


def listed(words: Iterable[str]) -> str:
    """Words in a row, each marked as what to type."""
    return ", ".join(f"`{word}`" for word in words)


def suggest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """What to write in the place of an unknown word: what was probably meant, else `otherwise`, else what there is."""
    names = list(known)
    if meant := difflib.get_close_matches(word, names, n=1, cutoff=0.6):
        return f"did you mean `{meant[0]}`?"
    return otherwise or (f"use one of {listed(names)}" if names else "take it out")
