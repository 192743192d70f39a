"""The zone's own settings: a time zone that exists, staffing that can be, colours that can be read."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.zone.colours import FIXED, PAIRS, contrast, palette
from server.zone.folder import Folder
from server.zone.phrase import phrase, suggest
from server.zone.zone import Zone


def check_profile(zone: Zone, folder: Folder) -> None:
    """Report a time zone nobody knows, settings that contradict each other, and colours without contrast."""
    profile, staffing = zone.profile, zone.profile.staffing
    if not is_time_zone(profile.time_zone):
        folder.report("zone.yaml", ("time_zone",), phrase("zone-no-time-zone", name=profile.time_zone))
    if staffing.routine > staffing.hard_cap:
        message = phrase("zone-cap-below-routine", cap=str(staffing.hard_cap), routine=str(staffing.routine))
        folder.report("zone.yaml", ("staffing", "hard_cap"), message)
    if profile.procedure_language not in profile.languages:
        message = phrase("zone-procedure-language", language=profile.procedure_language)
        folder.report("zone.yaml", ("languages",), message)
    if profile.colours:
        _check_colours(zone, folder)


def is_time_zone(name: str | None) -> bool:
    """Whether an IANA time zone is called so."""
    try:
        return name is not None and bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _check_colours(zone: Zone, folder: Folder) -> None:
    changed, own = zone.profile.colours, palette()
    free = [role for role in own if not role.startswith(FIXED)]
    for role in changed:
        if role not in free:
            folder.report("zone.yaml", ("colours", role), phrase("zone-no-colour", name=role), suggest(role, free))
    colours = {**own, **changed}
    for ink, ground, least in PAIRS:
        role = ink if ink in changed else ground
        if role not in changed:
            continue
        for theme in ("light", "dark"):
            one, other = getattr(colours[ink], theme), getattr(colours[ground], theme)
            ratio = contrast(one, other)
            if ratio < least:
                message = phrase(
                    "zone-contrast",
                    ink=f"`{ink}` ({one})",
                    ground=f"`{ground}` ({other})",
                    ratio=ratio,
                    theme=theme,
                    least=least,
                )
                folder.report("zone.yaml", ("colours", role, theme), message)
