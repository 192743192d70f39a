"""Templates: the desk's HTML, in the language of whoever reads it."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from server.protocol.words import Language
from server.transport.assets import Assets
from server.transport.modules import Modules
from server.zone.catalogue import Catalogues

CATALOGUES = ("check", "pages", "widget")
"""The catalogues that the templates speak from."""


class Templates:
    """Renders `web/templates`. Everything that is filled in is escaped; a name that was not given is an error."""

    def __init__(self, folder: Path, catalogues: Catalogues, assets: Assets, modules: Modules) -> None:
        self._catalogues = catalogues
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            asset=assets.url,
            sheets=lambda folder: [assets.url(path) for path in assets.under(folder, ".css")],
            modules=modules.needed_by,
            # It is JSON of our own addresses, made fit to stand in a script element.
            import_map=Markup(modules.import_map),  # noqa: S704
        )

    def render(self, name: str, language: Language, **values: Any) -> str:
        """The page of this template; `text` and `language` are there beside `values`."""
        template = self._environment.get_template(name)
        return template.render(language=language, text=self._catalogues[language].text, **values)
