"""A zone is data: one folder of YAML, CSV and Markdown, loaded and checked here.

`load_zone` gives a `Zone` or raises `ZoneProblems`; `check_zone` lists what is wrong or due; `ZoneHolder` reads
again what changed.
"""

from server.zone.holder import ZoneHolder
from server.zone.load import check_zone, demo_folder, load_zone
from server.zone.problems import Problem, ZoneProblems
from server.zone.zone import Zone

__all__ = ["Problem", "Zone", "ZoneHolder", "ZoneProblems", "check_zone", "demo_folder", "load_zone"]
