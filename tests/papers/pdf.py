"""Looks into a PDF: what somebody reads, and what a screen reader is told."""

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

PDFUA = "{http://www.aiim.org/pdfua/ns/id/}part"


@dataclass
class Element:
    """One element of the structure tree."""

    role: str
    title: str = ""
    language: str = ""
    scope: str = ""
    alt: str = ""
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Pdf:
    """A PDF as its readers find it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content))
        # What pypdf finds there, each time another kind of object.
        self.catalogue: Any = self.reader.root_object

    @property
    def text(self) -> str:
        """The text as people copy it, page after page, the white space evened out."""
        return " ".join(self.raw_text.split())

    @property
    def raw_text(self) -> str:
        """The text with its lines. Read by poppler, as other people's viewers do."""
        read = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", "-", "-"], input=self.content, capture_output=True, check=True
        )
        return read.stdout.decode()

    @property
    def letters(self) -> str:
        """The text without any white space: what was written, wherever its lines were broken."""
        return "".join(self.raw_text.split())

    @property
    def rightmost(self) -> float:
        """How far to the right words reach, in points."""
        read = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=self.content, capture_output=True, check=True)
        return max(float(edge) for edge in re.findall(rb'xMax="([\d.]+)"', read.stdout))

    @property
    def structure(self) -> Element:
        """The structure tree."""
        return _element(self.catalogue["/StructTreeRoot"]["/K"].get_object())

    @property
    def roles(self) -> list[str]:
        """The roles of all elements in reading order."""
        return [element.role for element in self.structure.walk()]

    @property
    def metadata(self) -> ElementTree.Element:
        """The XMP metadata."""
        packet: bytes = self.catalogue["/Metadata"].get_object().get_data()
        return ElementTree.fromstring(packet)  # noqa: S314 (written by ourselves)

    @property
    def fonts(self) -> Iterator[DictionaryObject]:
        """The descriptor of every font."""
        for page in self.reader.pages:
            for reference in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
                font = reference.get_object()
                for descendant in font.get("/DescendantFonts", [font]):
                    yield descendant.get_object()["/FontDescriptor"].get_object()


def _element(node: Any) -> Element:
    if isinstance(node, ArrayObject):
        node = node[0].get_object()
    kids = node.get("/K", ArrayObject())
    kids = kids if isinstance(kids, ArrayObject) else ArrayObject([kids])
    below: list[Any] = [kid.get_object() for kid in kids if isinstance(kid, IndirectObject | DictionaryObject)]
    attributes: list[Any] = [each.get_object() for each in node.get("/A", ArrayObject())]
    return Element(
        role=node["/S"].removeprefix("/"),
        title=node.get("/T", ""),
        language=node.get("/Lang", ""),
        alt=node.get("/Alt", ""),
        scope=next((str(each["/Scope"]) for each in attributes if "/Scope" in each), ""),
        children=[_element(kid) for kid in below if "/S" in kid],
    )
