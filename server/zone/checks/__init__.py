"""What can be wrong with a zone although each of its files can be read."""

from server.zone.checks.ages import check_ages
from server.zone.checks.answers import check_answers
from server.zone.checks.forms import check_forms
from server.zone.checks.hours import check_hours
from server.zone.checks.ids import check_ids
from server.zone.checks.lines import check_lines
from server.zone.checks.places import check_places
from server.zone.checks.profile import check_profile
from server.zone.checks.references import check_references
from server.zone.folder import Folder
from server.zone.zone import Zone

__all__ = ["check_ages", "check_contents", "check_lines"]


def check_contents(zone: Zone, folder: Folder) -> None:
    """Check everything against everything else, and report to `folder`."""
    for check in (
        check_ids,
        check_profile,
        check_references,
        check_hours,
        check_places,
        check_answers,
        check_forms,
    ):
        check(zone, folder)
