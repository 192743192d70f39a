"""Streets and neighbourhoods that fit each other."""

from collections import defaultdict

from server.domain.neighbourhood import StreetRange
from server.zone.folder import Folder
from server.zone.phrase import suggest
from server.zone.zone import Zone


def check_places(zone: Zone, folder: Folder) -> None:
    """Report neighbourhoods outside the zone, and streets that lie nowhere, elsewhere, or twice."""
    _check_neighbourhoods(zone, folder)
    by_street: dict[tuple[str, str], list[StreetRange]] = defaultdict(list)
    for at, part in enumerate(zone.streets):
        _check_street(zone, folder, at, part)
        known = by_street[part.street.casefold(), part.postcode]
        for other in known:
            if part.meets(other):
                message = f"house numbers of {part.street} lie in `{other.neighbourhood}` and in `{part.neighbourhood}`"
                remedy = "write house numbers (`first`, `last`, `side`) that do not overlap"
                folder.report("streets.csv", (at, "street"), message, remedy)
        known.append(part)


def _check_neighbourhoods(zone: Zone, folder: Folder) -> None:
    clusters = [cluster.id for cluster in zone.map.clusters]
    for at, place in enumerate(zone.neighbourhoods):
        if place.cluster not in clusters:
            message, remedy = f"there is no cluster `{place.cluster}`", suggest(place.cluster, clusters)
            folder.report("neighbourhoods.yaml", ("neighbourhoods", at, "cluster"), message, remedy)
        if place.municipality not in zone.profile.municipalities:
            message = f"{place.municipality} is not in the zone"
            remedy = "write it as in `municipalities` of zone.yaml, or add it there"
            folder.report("neighbourhoods.yaml", ("neighbourhoods", at, "municipality"), message, remedy)


def _check_street(zone: Zone, folder: Folder, at: int, part: StreetRange) -> None:
    place = zone.neighbourhood(part.neighbourhood)
    if place is None:
        known = [each.id for each in zone.neighbourhoods]
        remedy = suggest(part.neighbourhood, known, "use an id from neighbourhoods.yaml")
        message = f"there is no neighbourhood `{part.neighbourhood}`"
        folder.report("streets.csv", (at, "neighbourhood"), message, remedy)
    elif place.postcode != part.postcode:
        message = f"`{place.id}` has the postcode {place.postcode}, not {part.postcode}"
        remedy = "mend the postcode, or name another neighbourhood"
        folder.report("streets.csv", (at, "postcode"), message, remedy)
    if part.first > part.last:
        message = f"the house numbers run from {part.first} down to {part.last}"
        folder.report("streets.csv", (at, "first"), message, "swap `first` and `last`")
