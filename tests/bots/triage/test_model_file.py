from pathlib import Path

import pytest

from bots.triage.corpus import EMERGENCY
from bots.triage.model_file import load_models, store_models
from bots.triage.terms import Terms
from bots.triage.training import train

WORDS = {"bike": "mijn fiets weg gestolen", "noise": "lawaai muziek nacht buren", "elsewhere": "weer pizza spel zee"}


@pytest.fixture(scope="module")
def messages() -> tuple[list[Terms], list[str]]:
    labels = [label for label in (*WORDS, EMERGENCY) for _ in range(8)]
    said = [WORDS.get(label, "hulp brand mes nu").split() for label in labels]
    return [Terms.of((*words, f"w{at % 8}"), ()) for at, words in enumerate(said)], labels


def test_stored_models_say_the_same_again(messages: tuple[list[Terms], list[str]], tmp_path: Path) -> None:
    topics, gate = train(*messages)
    store_models(tmp_path / "bot", "1", topics, gate)
    loaded = load_models(tmp_path / "bot", "1")
    assert loaded is not None
    message = Terms.of(("fiets", "weg"), ())
    assert loaded[0].rank(message) == topics.rank(message)
    assert loaded[1] == gate
    assert topics.rank(message).labels[0] == "bike"


def test_other_versions_and_broken_files_are_no_models(messages: tuple[list[Terms], list[str]], tmp_path: Path) -> None:
    topics, gate = train(*messages)
    store_models(tmp_path, "1", topics, gate)
    assert load_models(tmp_path, "2") is None
    file = tmp_path / "triage-1.npz"
    whole = file.read_bytes()
    for broken in (b"", b"not a zip", whole[: len(whole) // 2]):
        file.write_bytes(broken)
        assert load_models(tmp_path, "1") is None
    assert [path.name for path in tmp_path.iterdir()] == ["triage-1.npz"]
