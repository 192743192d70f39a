"""The taught models on disk, so that a bot is ready at once: plain arrays, under a hash of what they come from."""

import json
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from bots.triage.gate import Gate
from bots.triage.terms import Terms, Weigher
from bots.triage.topic import Examples, TopicModel

Taught = tuple[Sequence[Terms], Sequence[str]]
"""Messages and their labels."""


def obtain_models(folder: Path, version: str, taught: Callable[[], Taught]) -> tuple[TopicModel, Gate]:
    """The models of that version, taught from what `taught` gives where the folder has none yet."""
    models = load_models(folder, version)
    if models is None:
        # Teaching takes a hundred megabytes more than answering: a process of its own gives them back.
        with ProcessPoolExecutor(1, get_context("spawn")) as teacher:
            models = teacher.submit(_teach, folder, version, taught()).result()
    return models


def _teach(folder: Path, version: str, taught: Taught) -> tuple[TopicModel, Gate]:
    # Loading scikit-learn takes a second, which only who teaches has to spend.
    from bots.triage.training import train

    models = train(*taught)
    store_models(folder, version, *models)
    return models


def load_models(folder: Path, version: str) -> tuple[TopicModel, Gate] | None:
    """The models of that version; None where there are none, or where the file cannot be read."""
    try:
        with _file(folder, version).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _unpack({name: stored[name] for name in stored.files})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, msgspec.MsgspecError):
        return None


def store_models(folder: Path, version: str, topics: TopicModel, gate: Gate) -> None:
    """Keep the models. Another process that does so at the same time does no harm."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as file:
        np.savez(file, **_pack(topics, gate))
    Path(file.name).replace(_file(folder, version))


def _file(folder: Path, version: str) -> Path:
    return folder / f"triage-{version}.npz"


def _pack(topics: TopicModel, gate: Gate) -> dict[str, Any]:
    return {
        "terms": _text(list(topics.weigher.terms)),
        "telling": topics.weigher.telling,
        "labels": _text(list(topics.labels)),
        "weights": topics.weights,
        "bias": topics.bias,
        "starts": topics.examples.starts,
        "rows": topics.examples.rows,
        "values": topics.examples.values,
        "count": np.asarray([topics.examples.count]),
        "gate": np.frombuffer(msgspec.json.encode(gate), dtype=np.uint8),
    }


def _unpack(stored: dict[str, Any]) -> tuple[TopicModel, Gate]:
    topics = TopicModel(
        Weigher(_list(stored["terms"]), stored["telling"]),
        _list(stored["labels"]),
        stored["weights"],
        stored["bias"],
        Examples(stored["starts"], stored["rows"], stored["values"], int(stored["count"][0])),
    )
    return topics, msgspec.json.decode(stored["gate"].tobytes(), type=Gate)


def _text(words: list[str]) -> Any:
    return np.frombuffer(json.dumps(words).encode(), dtype=np.uint8)


def _list(stored: Any) -> list[str]:
    return msgspec.json.decode(stored.tobytes(), type=list[str])
