"""`python -m server.protocol.render` writes the rendered files into the tree."""

from pathlib import Path

from server.protocol.render.files import ROOT, rendered

for name, text in rendered().items():
    target = Path(ROOT, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
