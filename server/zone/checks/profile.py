"""The zone's own settings: a time zone that exists, staffing that can be, colours that can be read."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.zone.colours import FIXED, PAIRS, contrast, palette
from server.zone.folder import Folder
from server.zone.phrase import suggest
from server.zone.zone import Zone


def check_profile(zone: Zone, folder: Folder) -> None:
    """Report a time zone nobody knows, settings that contradict each other, and colours without contrast."""
    profile, staffing = zone.profile, zone.profile.staffing
    if not is_time_zone(profile.time_zone):
        message, remedy = f"there is no time zone `{profile.time_zone}`", "write one like `Europe/Brussels`"
        folder.report("zone.yaml", ("time_zone",), message, remedy)
    if staffing.routine > staffing.hard_cap:
        message = f"the hard cap ({staffing.hard_cap}) is below the routine ({staffing.routine})"
        folder.report("zone.yaml", ("staffing", "hard_cap"), message, "raise the hard cap, or lower the routine")
    if profile.procedure_language not in profile.languages:
        message = f"the procedure language `{profile.procedure_language}` is not among the languages"
        folder.report("zone.yaml", ("languages",), message, f"add `{profile.procedure_language}`")
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
            message = f"`{role}` is no colour that a zone may change"
            folder.report("zone.yaml", ("colours", role), message, suggest(role, free))
    colours = {**own, **changed}
    for ink, ground, least in PAIRS:
        role = ink if ink in changed else ground
        if role not in changed:
            continue
        for theme in ("light", "dark"):
            one, other = getattr(colours[ink], theme), getattr(colours[ground], theme)
            ratio = contrast(one, other)
            if ratio < least:
                message = f"`{ink}` ({one}) on `{ground}` ({other}): the contrast is {ratio:.2f} in the {theme} theme"
                folder.report("zone.yaml", ("colours", role, theme), message, f"choose a colour that reaches {least}")
