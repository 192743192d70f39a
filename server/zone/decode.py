"""From nodes to structs, by the structs' own annotations. Every mistake is reported, not only the first."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from server.zone.phrase import describe, listed, noun_of, suggest
from server.zone.problems import Problem
from server.zone.scalar import TRUTHS, Unfit, read_scalar
from server.zone.source import line_of

T = TypeVar("T")

_WRONG: Any = object()
"""Stands for a value that could not be read; the mistake is already reported."""

_NOTHING = ("~", "null")


def decode(file: str, root: Node, wanted: type[T], report: Callable[[Problem], None]) -> T | None:
    """The value of type `wanted` (a struct, or a tuple of structs) that a file holds, or None when `report` was
    called.
    """
    annotation: Any = wanted
    value = _Decoder(file, report).value(root, _type_of(annotation), "this file")
    return None if value is _WRONG else value


@lru_cache
def _type_of(annotation: Any) -> inspect.Type:
    return inspect.type_info(annotation)


class _Decoder:
    def __init__(self, file: str, report: Callable[[Problem], None]) -> None:
        self._file = file
        self._report = report

    def value(self, node: Node, wanted: inspect.Type, name: str) -> Any:
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

    def _scalar(self, node: Node, wanted: inspect.Type, name: str) -> Any:
        if not isinstance(node, ScalarNode):
            return self._unfit(node, wanted, name)
        if not node.value.strip() or (node.value in _NOTHING and _is_plain(node)):
            return self._wrong(node, f"{name} is empty", f"write {describe(wanted)}, or leave the key out if it may be")
        try:
            return read_scalar(node.value, _bare(wanted))
        except Unfit as unfit:
            return self._wrong(node, f"{name} {unfit.what}", unfit.remedy or f"write {describe(wanted)}")

    def _list(self, node: Node, wanted: inspect.VarTupleType, name: str) -> Any:
        if not isinstance(node, SequenceNode):
            return self._unfit(node, wanted, name)
        if len(node.value) < (wanted.min_length or 0):
            return self._wrong(node, f"{name} has {len(node.value)} items", f"list at least {wanted.min_length}")
        if wanted.max_length is not None and len(node.value) > wanted.max_length:
            return self._wrong(node, f"{name} has {len(node.value)} items", f"list at most {wanted.max_length}")
        label = "this item" if name == "this file" else f"an item of {name}"
        items = [self.value(item, wanted.item_type, label) for item in node.value]
        return _WRONG if any(item is _WRONG for item in items) else tuple(items)

    def _mapping(self, node: Node, wanted: inspect.Type, bare: inspect.DictType, name: str) -> Any:
        pairs = self._pairs(node, wanted, name)
        if pairs is None:
            return _WRONG
        found = {}
        for key, value in pairs:
            read_key = self.value(key, bare.key_type, f"the key `{key.value}` of {name}")
            found[read_key] = self.value(value, bare.value_type, f"`{key.value}` of {name}")
        lacking = [str(key) for key in _keys_that_must_be(wanted) if all(pair[0].value != key for pair in pairs)]
        if lacking:
            remedy = "add " + " and ".join(f"`{key}: …`" for key in lacking)
            return self._wrong(node, f"{name} lacks {' and '.join(lacking)}", remedy)
        return _WRONG if _WRONG in found or any(value is _WRONG for value in found.values()) else found

    def _struct(self, node: Node, wanted: inspect.StructType, name: str) -> Any:
        pairs = self._pairs(node, wanted, name)
        if pairs is None:
            return _WRONG
        fields = {field.encode_name: field for field in wanted.fields}
        noun = noun_of(wanted.cls)
        values: dict[str, Any] = {}
        for key, value in pairs:
            if key.value == wanted.tag_field:
                continue
            if key.value not in fields:
                remedy = suggest(key.value, fields)
                values[key.value] = self._wrong(key, f"`{key.value}` is not a key of {noun}", remedy)
            else:
                field = fields[key.value]
                values[field.name] = self.value(value, field.type, f"`{key.value}`")
        for field in wanted.fields:
            if field.required and field.name not in values:
                values[field.name] = self._wrong(
                    node,
                    f"{noun} needs `{field.encode_name}`",
                    f"add `{field.encode_name}:` with {describe(field.type)}",
                )
        return _WRONG if any(value is _WRONG for value in values.values()) else wanted.cls(**values)

    def _union(self, node: Node, wanted: inspect.UnionType, name: str) -> Any:
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

    def _tagged(self, node: MappingNode, kinds: list[inspect.StructType], name: str) -> Any:
        tag_field = str(kinds[0].tag_field)
        by_tag = {str(kind.tag): kind for kind in kinds}
        tag = next((value for key, value in node.value if key.value == tag_field), None)
        if tag is None:
            return self._wrong(node, f"{name} needs `{tag_field}`", f"add `{tag_field}:` with one of {listed(by_tag)}")
        if tag.value not in by_tag:
            return self._wrong(tag, f"there is no {tag_field} `{tag.value}`", suggest(str(tag.value), by_tag))
        return self._struct(node, by_tag[tag.value], name)

    def _pairs(self, node: Node, wanted: inspect.Type, name: str) -> list[tuple[ScalarNode, Node]] | None:
        if not isinstance(node, MappingNode):
            self._unfit(node, wanted, name)
            return None
        seen: dict[str, int] = {}
        sound = True
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                self._wrong(key, "a key must be a word", "write `key: value`")
                sound = False
            elif key.value in seen:
                self._wrong(
                    key, f"`{key.value}` stands here twice, first on line {seen[key.value]}", "keep one of them"
                )
                sound = False
            else:
                seen[key.value] = line_of(key)
        return node.value if sound else None

    def _unfit(self, node: Node, wanted: inspect.Type, name: str) -> Any:
        if isinstance(node, ScalarNode):
            found = f"`{node.value}`"
        else:
            found = "a list" if isinstance(node, SequenceNode) else "a group of keys"
        return self._wrong(node, f"{name} is {found}", f"write {describe(wanted)}")

    def _wrong(self, node: Node, message: str, remedy: str) -> Any:
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
