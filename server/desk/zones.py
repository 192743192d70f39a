"""Where use cases get the zone from: asked anew each time, because zone data is reloaded while the desk runs."""

from collections.abc import Callable

from server.zone.zone import Zone

ZoneSource = Callable[[], Zone]
