"""What gets across in a call, by the browser's own counters, and a bad network between a page and its media worker."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.media.bad_line import BadLine
from tests.scenarios.calls.people import worker_port
from tests.scenarios.people import Person

LEAD = """port => {
  window.road = port;
  const peer = window.peers.at(-1);
  const native = RTCPeerConnection.prototype.setRemoteDescription;
  peer.setRemoteDescription = (given) => (
    native.call(peer, {...given, sdp: given.sdp.replaceAll(/ \\d+ typ host/g, ` ${window.road} typ host`)})
  );
}"""
"""From its next offer on, the page reaches its worker at `window.road`."""

COUNTED = """async () => {
  const report = await window.peers.at(-1).getStats();
  const found = {at: performance.now() / 1000, frames: 0, bytes: 0, width: 0, samples: 0, concealed: 0, energy: 0};
  for (const each of report.values()) {
    if (each.type === "inbound-rtp" && each.kind === "video") {
      found.frames += each.framesDecoded ?? 0;
      found.bytes += each.bytesReceived ?? 0;
      found.width = Math.max(found.width, each.frameWidth ?? 0);
    } else if (each.type === "inbound-rtp") {
      found.samples += each.totalSamplesReceived ?? 0;
      found.concealed += (each.concealedSamples ?? 0) - (each.silentConcealedSamples ?? 0);
      found.energy += each.totalAudioEnergy ?? 0;
    } else if (each.type === "transport") {
      found.round_trip = report.get(each.selectedCandidatePairId)?.currentRoundTripTime ?? null;
    }
  }
  return found;
}"""


@dataclass(frozen=True)
class Reception:
    """What came in for some seconds."""

    frames: float
    """Decoded a second."""
    bitrate: float
    """Of pictures, in bits a second."""
    concealed: float
    """The share of the sound that was made up because it was missing."""
    heard: bool
    width: int
    round_trip: float | None
    """Seconds to the worker and back."""


async def reception(person: Person, seconds: float) -> Reception:
    """What comes in while we look."""
    before: dict[str, Any] = await person.screen.evaluate(COUNTED)
    await person.page.wait_for_timeout(seconds * 1_000)
    now: dict[str, Any] = await person.screen.evaluate(COUNTED)
    grown = {name: now[name] - before[name] for name in ("at", "frames", "bytes", "samples", "concealed", "energy")}
    return Reception(
        frames=grown["frames"] / grown["at"],
        bitrate=grown["bytes"] * 8 / grown["at"],
        concealed=grown["concealed"] / grown["samples"] if grown["samples"] else 1,
        heard=grown["energy"] > 0,
        width=now["width"],
        round_trip=now.get("round_trip"),
    )


@asynccontextmanager
async def line_to_worker(person: Person) -> AsyncIterator[BadLine]:
    """Another way to the page's worker, which it takes when it looks for one."""
    port = await person.screen.evaluate("window.worker ?? null") or await worker_port(person.page)
    await person.screen.evaluate("port => { window.worker = port; }", port)
    async with BadLine.to(("127.0.0.1", port)) as line:
        await person.screen.evaluate(LEAD, line.address[1])
        yield line
