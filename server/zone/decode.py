"""From nodes to structs, by the structs' own annotations. Every mistake is reported, not only the first."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from server.zone.phrase import Part, Phrase, both, phrase, suggest
from server.zone.problems import Problem
from server.zone.scalar import TRUTHS, Unfit, read_scalar
from server.zone.source import line_of
from server.zone.wanted import describe, noun_of, one_of

T = TypeVar("T")

_WRONG: Any = object()
"""Stands for a value that could not be read; the mistake is already reported."""

_NOTHING = ("~", "null")

_THIS_FILE = phrase("zone-this-file")


def decode(file: str, root: Node, wanted: type[T], report: Callable[[Problem], None]) -> T | None:
    """The value of type `wanted` (a struct, or a tuple of structs) that a file holds, or None when `report` was
    called.
    """
    annotation: Any = wanted
    value = _Decoder(file, report).value(root, _type_of(annotation), _THIS_FILE)
    return None if value is _WRONG else value


@lru_cache
def _type_of(annotation: Any) -> inspect.Type:
    return inspect.type_info(annotation)


class _Decoder:
    def __init__(self, file: str, report: Callable[[Problem], None]) -> None:
        self._file = file
        self._report = report

    def value(self, node: Node, wanted: inspect.Type, name: Part) -> Any:
        """What `node` says, read as `wanted`; `name` is how messages call it."""
        match bare := _bare(wanted):
            case inspect.UnionType():
                return self._union(node, bare, name)
            case inspect.StructType() if not _is_written_short(bare):
                return self._struct(node, bare, name)
            case inspect.DictType():
                return self._mapping(node, wanted, bare, name)
            case inspect.VarTupleType():
                return self._list(node, bare, name)
        return self._scalar(node, wanted, name)

    def _scalar(self, node: Node, wanted: inspect.Type, name: Part) -> Any:
        if not isinstance(node, ScalarNode):
            return self._unfit(node, wanted, name)
        if not node.value.strip() or (node.value in _NOTHING and _is_plain(node)):
            return self._wrong(node, phrase("zone-empty", name=name, wanted=describe(wanted)))
        try:
            return read_scalar(node.value, _bare(wanted))
        except Unfit as unfit:
            message = phrase(unfit.text, name=name, wanted=describe(wanted), **unfit.parts)
            return self._wrong(node, message, unfit.remedy)

    def _list(self, node: Node, wanted: inspect.VarTupleType, name: Part) -> Any:
        if not isinstance(node, SequenceNode):
            return self._unfit(node, wanted, name)
        count, least, most = len(node.value), wanted.min_length or 0, wanted.max_length
        if count < least:
            return self._wrong(node, phrase("zone-too-few", name=name, count=count, least=str(least)))
        if most is not None and count > most:
            return self._wrong(node, phrase("zone-too-many", name=name, count=count, most=str(most)))
        label = phrase("zone-this-item") if name == _THIS_FILE else phrase("zone-item-of", name=name)
        items = [self.value(item, wanted.item_type, label) for item in node.value]
        return _WRONG if any(item is _WRONG for item in items) else tuple(items)

    def _mapping(self, node: Node, wanted: inspect.Type, bare: inspect.DictType, name: Part) -> Any:
        pairs = self._pairs(node, wanted, name)
        if pairs is None:
            return _WRONG
        found = {}
        for key, value in pairs:
            read_key = self.value(key, bare.key_type, phrase("zone-key-of", key=key.value, name=name))
            found[read_key] = self.value(value, bare.value_type, phrase("zone-value-of", key=key.value, name=name))
        lacking = [str(key) for key in _keys_that_must_be(wanted) if all(pair[0].value != key for pair in pairs)]
        if lacking:
            keys, lines = both(f"`{key}`" for key in lacking), both(f"`{key}: …`" for key in lacking)
            return self._wrong(node, phrase("zone-lacks", name=name, keys=keys, lines=lines))
        return _WRONG if _WRONG in found or any(value is _WRONG for value in found.values()) else found

    def _struct(self, node: Node, wanted: inspect.StructType, name: Part) -> Any:
        pairs = self._pairs(node, wanted, name)
        if pairs is None:
            return _WRONG
        fields = {field.encode_name: field for field in wanted.fields}
        values: dict[str, Any] = {}
        for key, value in pairs:
            if key.value == wanted.tag_field:
                continue
            if key.value not in fields:
                message = phrase("zone-unknown-key", key=key.value, noun=noun_of(wanted.cls))
                values[key.value] = self._wrong(key, message, suggest(key.value, fields))
            else:
                field = fields[key.value]
                values[field.name] = self.value(value, field.type, f"`{key.value}`")
        for field in wanted.fields:
            if field.required and field.name not in values:
                noun, needed = noun_of(wanted.cls), describe(field.type)
                message = phrase("zone-needs", noun=noun, key=field.encode_name, wanted=needed)
                values[field.name] = self._wrong(node, message)
        return _WRONG if any(value is _WRONG for value in values.values()) else wanted.cls(**values)

    def _union(self, node: Node, wanted: inspect.UnionType, name: Part) -> Any:
        kinds = [kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
        if isinstance(node, MappingNode):
            fitting = [kind for kind in kinds if _is_group(kind)]
            tagged = [kind for kind in fitting if isinstance(kind, inspect.StructType) and kind.tag_field is not None]
            if tagged:
                return self._tagged(node, tagged, name)
        elif isinstance(node, SequenceNode):
            fitting = [kind for kind in kinds if isinstance(_bare(kind), inspect.VarTupleType)]
        else:
            fitting = [
                kind for kind in kinds if not _is_group(kind) and not isinstance(_bare(kind), inspect.VarTupleType)
            ]
            is_truth = isinstance(node, ScalarNode) and node.value in TRUTHS and _is_plain(node)
            fitting.sort(key=lambda kind: isinstance(kind, inspect.BoolType) != is_truth)
        return self.value(node, fitting[0], name) if fitting else self._unfit(node, wanted, name)

    def _tagged(self, node: MappingNode, kinds: list[inspect.StructType], name: Part) -> Any:
        tag_field = str(kinds[0].tag_field)
        by_tag = {str(kind.tag): kind for kind in kinds}
        tag = next((value for key, value in node.value if key.value == tag_field), None)
        if tag is None:
            return self._wrong(node, phrase("zone-untagged", name=name, key=tag_field, wanted=one_of(by_tag)))
        if not isinstance(tag, ScalarNode):
            return self._wrong(tag, phrase("zone-untagged", name=name, key=tag_field, wanted=one_of(by_tag)))
        if tag.value not in by_tag:
            message = phrase("zone-no-tag", key=tag_field, value=tag.value)
            return self._wrong(tag, message, suggest(tag.value, by_tag))
        return self._struct(node, by_tag[tag.value], name)

    def _pairs(self, node: Node, wanted: inspect.Type, name: Part) -> list[tuple[ScalarNode, Node]] | None:
        if not isinstance(node, MappingNode):
            self._unfit(node, wanted, name)
            return None
        seen: dict[str, int] = {}
        sound = True
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                self._wrong(key, phrase("zone-key-no-word"))
                sound = False
            elif key.value in seen:
                self._wrong(key, phrase("zone-key-twice", key=key.value, line=str(seen[key.value])))
                sound = False
            else:
                seen[key.value] = line_of(key)
        return node.value if sound else None

    def _unfit(self, node: Node, wanted: inspect.Type, name: Part) -> Any:
        if isinstance(node, ScalarNode):
            found: Part = f"`{node.value}`"
        else:
            found = phrase("zone-a-list" if isinstance(node, SequenceNode) else "zone-a-group")
        return self._wrong(node, phrase("zone-is", name=name, found=found, wanted=describe(wanted)))

    def _wrong(self, node: Node, message: Phrase, remedy: Phrase | None = None) -> Any:
        self._report(Problem(self._file, line_of(node), message, remedy))
        return _WRONG


def _keys_that_must_be(wanted: inspect.Type) -> tuple[Any, ...]:
    """The keys that none may be left out of, as in a text that is needed in every language."""
    if isinstance(wanted, inspect.Metadata) and (wanted.extra or {}).get("complete"):
        bare = _bare(wanted)
        if isinstance(bare, inspect.DictType) and isinstance(bare.key_type, inspect.LiteralType):
            return bare.key_type.values
    return ()


def _bare(wanted: inspect.Type) -> inspect.Type:
    return _bare(wanted.type) if isinstance(wanted, inspect.Metadata) else wanted


def _is_plain(node: ScalarNode) -> bool:
    """Whether a value stands there without quotes."""
    return not node.style


def _is_written_short(wanted: inspect.Type) -> bool:
    """Whether a struct is written as one word that it parses itself, like `08:30-12:00`."""
    return isinstance(wanted, inspect.StructType) and hasattr(wanted.cls, "WRITTEN")


def _is_group(wanted: inspect.Type) -> bool:
    bare = _bare(wanted)
    return isinstance(bare, inspect.StructType | inspect.DictType) and not _is_written_short(bare)
