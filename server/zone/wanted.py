"""How mistakes speak of what should have been written."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import inspect

from server.zone.phrase import Part, Phrase, either, listed, phrase


def describe(wanted: inspect.Type) -> Part:
    """What to write where that type is asked for.

    A type that its pattern does not explain names the text that does: `Meta(extra={"wanted": "zone-wanted-id"})`.
    """
    match wanted:
        case inspect.Metadata(extra=extra):
            if (extra or {}).get("complete"):
                return phrase("zone-wanted-texts")
            named = (extra or {}).get("wanted")
            return phrase(str(named)) if named else describe(wanted.type)
        case inspect.StrType(pattern=pattern) if pattern is not None:
            return phrase("zone-wanted-pattern", pattern=pattern)
        case inspect.StrType():
            return phrase("zone-wanted-text")
        case inspect.BoolType():
            return phrase("zone-wanted-truth")
        case inspect.IntType(ge=least, le=most) if least is not None and most is not None:
            return phrase("zone-wanted-between", least=str(least), most=str(most))
        case inspect.IntType():
            return phrase("zone-wanted-whole-number")
        case inspect.FloatType():
            return phrase("zone-wanted-number")
        case inspect.DateType():
            return phrase("zone-wanted-date")
        case inspect.LiteralType():
            return one_of(str(value) for value in wanted.values)
        case inspect.VarTupleType():
            return phrase("zone-wanted-list")
        case inspect.StructType(cls=cls) if hasattr(cls, "WRITTEN"):
            return phrase(cls.WRITTEN)
        case inspect.StructType(cls=cls):
            keys = listed(field.encode_name for field in wanted.fields)
            return phrase("zone-wanted-keys-of", noun=noun_of(cls), keys=keys)
        case inspect.UnionType():
            kinds = [describe(kind) for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
            return either(kind for at, kind in enumerate(kinds) if kind not in kinds[:at])
    return phrase("zone-wanted-keys")


def one_of(words: Iterable[str]) -> Part:
    """One of a few words, or the only one there is."""
    names = list(words)
    return phrase("zone-wanted-one-of", words=listed(names)) if len(names) > 1 else listed(names)


def noun_of(struct: type[Any]) -> Phrase:
    """What messages call a struct: `DemoAgent` is "a demo agent"."""
    return phrase("zone-noun-" + re.sub(r"(?<!^)(?=[A-Z])", "-", struct.__name__).lower())
