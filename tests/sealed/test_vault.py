"""The vault: a wrapped key opens under the installation's secret and its own name only."""

import pytest

from server.sealed.vault import Vault, WrongKey

SECRET = "s" * 43


def test_a_wrapped_key_opens_again() -> None:
    key, wrapped = Vault(SECRET).make("r_1")
    assert Vault(SECRET).open("r_1", wrapped) == key
    assert key.hex() not in wrapped


def test_no_two_keys_are_the_same() -> None:
    vault = Vault(SECRET)
    assert len({key for key, _ in (vault.make("r_1") for _ in range(100))}) == 100


@pytest.mark.parametrize(
    ("secret", "name", "spoil"),
    [
        ("t" * 43, "r_1", str),
        (SECRET, "r_2", str),
        (SECRET, "r_1", lambda wrapped: wrapped[:-8] + "AAAAAAA="),
        (SECRET, "r_1", lambda wrapped: wrapped[:20]),
        (SECRET, "r_1", lambda _: ""),
        (SECRET, "r_1", lambda _: "not base64 at all!"),
    ],
)
def test_any_other_does_not(secret: str, name: str, spoil: type[str]) -> None:
    _, wrapped = Vault(SECRET).make("r_1")
    with pytest.raises(WrongKey):
        Vault(secret).open(name, spoil(wrapped))
