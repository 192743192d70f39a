"""The files of a zone's folder, read once, and where in them each thing stands."""

import errno
import hashlib
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import msgspec
from yaml.nodes import Node

from server.zone.decode import decode
from server.zone.phrase import Part, Phrase, phrase
from server.zone.problems import Problem
from server.zone.source import Unreadable, find, line_of, lines_of, read_markdown, read_table, read_yaml

T = TypeVar("T")

SUFFIXES = (".yaml", ".csv", ".md")

_CLOSED = {errno.EACCES: "zone-file-forbidden", errno.ENOENT: "zone-file-nowhere"}
"""Why a file that is there cannot be opened, as a rule. Otherwise the system's own words are told."""


class Folder:
    """A folder as it is at this moment. `problems` gathers what is found wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._contents: dict[str, bytes] = {}
        self._roots: dict[str, Node] = {}
        for file in files_of(path):
            name = file.relative_to(path).as_posix()
            try:
                self._contents[name] = file.read_bytes()
            except OSError as error:
                why: Part = phrase(_CLOSED[error.errno]) if error.errno in _CLOSED else str(error.strerror)
                self.report(name, (), phrase("zone-file-closed", why=why))

    @property
    def version(self) -> str:
        """A hash of every name and every byte."""
        digest = hashlib.sha256()
        for file, content in self._contents.items():
            digest.update(f"{file}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()[:16]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files, relative to the folder, in order."""
        return tuple(self._contents)

    def lines(self, file: str) -> list[str]:
        """The lines of a file as they were written; bytes that are not UTF-8 show as a replacement mark."""
        return lines_of(self._contents[file].decode("utf-8", "replace"))

    def read(self, file: str, wanted: type[T]) -> T | None:
        """What a file says, as `wanted`; None where `problems` says why."""
        if file not in self._contents:
            if all(problem.file != file for problem in self.problems):
                self.report(file, (), phrase("zone-file-missing"))
            return None
        try:
            root = self._parse(file, wanted)
        except Unreadable as error:
            self.problems.append(error.problem)
            return None
        self._roots[file] = root
        return decode(file, root, wanted, self.problems.append)

    def report(
        self,
        file: str,
        at: tuple[str | int, ...],
        message: Phrase,
        remedy: Phrase | None = None,
        *,
        severity: Literal["error", "warning"] = "error",
    ) -> None:
        """Say what is wrong with what stands `at` a path of keys and positions in a file. `remedy`: where it is another
        than the message's own.
        """
        root = self._roots.get(file)
        line = line_of(find(root, at)) if root is not None else 1
        self.problems.append(Problem(file, line, message, remedy, severity))

    def report_line(self, file: str, line: int, message: Phrase, remedy: Phrase | None = None) -> None:
        """Say what is wrong on one line of a file."""
        self.problems.append(Problem(file, line, message, remedy))

    def _parse(self, file: str, wanted: Any) -> Node:
        content = self._contents[file]
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise Unreadable(Problem(file, line, phrase("zone-not-utf-8"))) from error
        if file.endswith(".md"):
            return read_markdown(file, text)
        if file.endswith(".csv"):
            (row, _) = get_args(wanted)
            return read_table(file, text, {field.name: field.required for field in msgspec.structs.fields(row)})
        return read_yaml(file, text)


def files_of(path: Path) -> list[Path]:
    """The files that make up a zone: whatever is YAML, CSV or Markdown, but for hidden files and the README."""
    return sorted(
        file
        for file in path.rglob("*")
        if file.suffix in SUFFIXES and file.name != "README.md" and not file.is_dir() and not _is_hidden(file, path)
    )


def _is_hidden(file: Path, path: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(path).parts)
