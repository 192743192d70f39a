"""What a node knows of the others that follow the same: nobody goes on telling it what it left."""

from server.bus.peers import Peers
from tests.bus.stage import TALK

SEVERAL = 10


def settle(peers: Peers) -> tuple[list[str], list[str]]:
    """A whole round; what was joined and what was left."""
    joining, leaving = peers.take(SEVERAL)
    peers.settle([*joining, *leaving])
    return joining, leaving


def test_who_joins_while_this_node_is_leaving_is_told_so() -> None:
    peers = Peers()
    peers.follow(TALK)
    settle(peers)
    peers.unfollow(TALK)
    _, leaving = peers.take(SEVERAL)
    peers.meet(TALK, ["n_other"])
    peers.settle(leaving)
    assert peers.take(SEVERAL) == ([], [TALK])
    assert peers.of(TALK) == {"n_other"}, "the next round tells it"
    peers.settle([TALK])
    assert not peers.has(TALK)


def test_who_was_met_before_this_node_left_is_forgotten_once_it_was_told() -> None:
    peers = Peers()
    peers.follow(TALK)
    settle(peers)
    peers.meet(TALK, ["n_other"])
    peers.unfollow(TALK)
    assert settle(peers) == ([], [TALK])
    assert not peers.has(TALK)
    assert not peers.has_news
