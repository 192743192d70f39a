"""Whether a party is there, by what an engine counts."""

from server.media.relay.patience import Patience
from server.media.rtpengine.presence import Presence

PATIENCE = Patience(silence=3, connect=20)


def test_it_comes_falls_silent_and_comes_back() -> None:
    presence = Presence(since=100)
    presence.count(50, 100)  # of whoever had the place before
    assert presence.change(100, PATIENCE) is None
    presence.count(50, 101)
    assert presence.change(101, PATIENCE) is None
    presence.count(51, 102)
    assert presence.change(102, PATIENCE) == "connected"
    assert presence.change(105, PATIENCE) is None
    assert presence.change(105.5, PATIENCE) == "silent"
    assert presence.change(200, PATIENCE) is None
    presence.count(52, 201)
    assert presence.change(201, PATIENCE) == "connected"
    assert not presence.is_away(261, 60)
    assert presence.is_away(261.5, 60)


def test_it_never_comes_and_then_it_does() -> None:
    presence = Presence(since=100)
    presence.count(0, 100)
    assert presence.change(120, PATIENCE) is None
    assert presence.change(120.5, PATIENCE) == "never_connected"
    assert presence.change(130, PATIENCE) is None
    presence.count(1, 131)
    assert presence.change(131, PATIENCE) == "connected"
