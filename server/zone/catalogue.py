"""Every sentence of the desk's own that a person reads: Fluent catalogues, `web/locales/<language>/*.ftl`.

The same files serve the pages, the browser, the bot and the papers. What a zone says in its own words is zone data.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from server.protocol.words import LANGUAGES, Language

Argument = str | int | float | date | datetime


class CatalogueError(Exception):
    """A catalogue cannot be read, or does not hold what is asked of it."""


class Catalogue:
    """The texts of one language."""

    def __init__(self, language: Language, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    @classmethod
    def load(cls, folder: Path, language: Language, *names: str, isolating: bool = True) -> "Catalogue":
        """Read `<folder>/<language>/<name>.ftl` for each name. Raises CatalogueError, also where a file is missing.

        `isolating` puts Unicode isolation marks around what is filled in, so that a name written from right to left
        does not turn the sentence around; leave it out where a text is not shown as HTML.
        """
        return cls(language, _read([folder / language / f"{name}.ftl" for name in names], language, isolating))

    def text(self, id: str, /, **arguments: Argument) -> str:
        """The text under `id`, or under `id.attribute`, with its places filled in.

        Raises CatalogueError where there is no such text, or where an argument is missing that it asks for.
        """
        name, _, attribute = id.partition(".")
        if not self._bundle.has_message(name):
            raise CatalogueError(f"{self.language}: there is no text `{id}`")
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise CatalogueError(f"{self.language}: there is no text `{id}`")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise CatalogueError(f"{self.language}: `{id}`: {errors[0]}")
        return str(text)


class Catalogues(Mapping[Language, Catalogue]):
    """The texts of every language of the desk."""

    def __init__(self, catalogues: Mapping[Language, Catalogue]) -> None:
        self._catalogues = dict(catalogues)

    @classmethod
    def load(cls, folder: Path, *names: str, isolating: bool = True) -> "Catalogues":
        """Read those catalogues in every language. It takes long: name only what is shown. `isolating` and errors as
        in `Catalogue.load`.
        """
        return cls({language: Catalogue.load(folder, language, *names, isolating=isolating) for language in LANGUAGES})

    def __getitem__(self, language: Language) -> Catalogue:
        return self._catalogues[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(self._catalogues)

    def __len__(self) -> int:
        return len(self._catalogues)


def _read(paths: Sequence[Path], language: Language, isolating: bool) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=isolating)
    seen: dict[str, Path] = {}
    for path in paths:
        resource = _parse(path)
        for item in resource.body:
            if isinstance(item, ast.Message | ast.Term):
                name = ("-" if isinstance(item, ast.Term) else "") + item.id.name
                if name in seen:
                    raise CatalogueError(f"{path}: `{name}` stands in {seen[name].name} too")
                seen[name] = path
        bundle.add_resource(resource)
    return bundle


def _parse(path: Path) -> ast.Resource:
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CatalogueError(f"{path}: {error.strerror}") from error
    resource = FluentParser().parse(source)
    for item in resource.body:
        if isinstance(item, ast.Junk):
            fault = item.annotations[0]
            line = source.count("\n", 0, fault.span.start if fault.span else 0) + 1
            raise CatalogueError(f"{path}:{line}: {fault.message}")
    return resource
