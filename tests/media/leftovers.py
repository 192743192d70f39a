"""What calls leave behind in the process that carried them."""

import asyncio
import gc
from pathlib import Path

from pylibsrtp import Session

from server.media.member import Member
from server.media.relay.leg import Leg
from server.media.relay.touchpoints import DtlsServer
from server.media.room.track import Track


def left() -> dict[str, int]:
    """Open descriptors, running tasks, and the objects that a call consists of."""
    gc.collect()
    return {
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "tasks": len(asyncio.all_tasks()),
        "objects": sum(isinstance(each, (Leg, Member, Track, DtlsServer, Session)) for each in gc.get_objects()),
    }


def more_than(before: dict[str, int]) -> dict[str, int]:
    """What there is more of now. Other tests' leftovers may go away meanwhile."""
    return {kind: count - before[kind] for kind, count in left().items() if count > before[kind]}
