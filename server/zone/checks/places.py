"""Streets and neighbourhoods that fit each other."""

from collections import defaultdict

from server.domain.neighbourhood import StreetRange
from server.zone.folder import Folder
from server.zone.phrase import phrase, suggest
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
                message = phrase(
                    "zone-street-twice", street=part.street, one=other.neighbourhood, other=part.neighbourhood
                )
                folder.report("streets.csv", (at, "street"), message)
        known.append(part)


def _check_neighbourhoods(zone: Zone, folder: Folder) -> None:
    clusters = [cluster.id for cluster in zone.map.clusters]
    for at, place in enumerate(zone.neighbourhoods):
        if place.cluster not in clusters:
            message = phrase("zone-no-cluster", name=place.cluster)
            remedy = suggest(place.cluster, clusters)
            folder.report("neighbourhoods.yaml", ("neighbourhoods", at, "cluster"), message, remedy)
        if place.municipality not in zone.profile.municipalities:
            message = phrase("zone-no-municipality", name=place.municipality)
            folder.report("neighbourhoods.yaml", ("neighbourhoods", at, "municipality"), message)


def _check_street(zone: Zone, folder: Folder, at: int, part: StreetRange) -> None:
    place = zone.neighbourhood(part.neighbourhood)
    if place is None:
        known = [each.id for each in zone.neighbourhoods]
        remedy = suggest(part.neighbourhood, known, phrase("zone-use-id-from", file="neighbourhoods.yaml"))
        message = phrase("zone-no-neighbourhood", name=part.neighbourhood)
        folder.report("streets.csv", (at, "neighbourhood"), message, remedy)
    elif place.postcode != part.postcode:
        message = phrase("zone-wrong-postcode", place=place.id, right=place.postcode, wrong=part.postcode)
        folder.report("streets.csv", (at, "postcode"), message)
    if part.first > part.last:
        message = phrase("zone-backwards", first=str(part.first), last=str(part.last))
        folder.report("streets.csv", (at, "first"), message)
