"""Several machines on one: network namespaces with addresses of their own, wired to each other and to the test.

Linux, and as root. A namespace lasts as long as its processes, and those are tied to the test run: however that ends,
nothing is left.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

import pytest

from server.supervise.lifeline import tied_to_this_process
from tests.support.programs import require

NETWORKS = [f"10.203.{number}" for number in range(256)]


class Machine:
    """One of them: a namespace with one interface, which can be cut off."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.address = ""
        self._running: list[subprocess.Popen[bytes]] = []
        # It runs in the namespace, and so keeps it.
        self._keeper = subprocess.Popen(
            [require("unshare"), "--net", "sleep", "infinity"], preexec_fn=tied_to_this_process()
        )
        deadline = time.monotonic() + 20
        while self.namespace.readlink() == Path("/proc/self/ns/net").readlink():
            if self._keeper.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("no network namespace")
            time.sleep(0.005)
        self.ip("link", "set", "lo", "up")

    @property
    def process(self) -> int:
        return self._keeper.pid

    @property
    def namespace(self) -> Path:
        return Path(f"/proc/{self.process}/ns/net")

    def ip(self, *words: str) -> None:
        """Set something about its network."""
        subprocess.run(["nsenter", f"--net={self.namespace}", require("ip"), *words], check=True)

    def start(self, words: Sequence[str | Path], log: Path, environment: Mapping[str, str] | None = None) -> None:
        """Run a program on it, with our environment where none is given."""
        with log.open("ab") as says:
            process = subprocess.Popen(
                [require("nsenter"), f"--net={self.namespace}", *words],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=says,
                stderr=says,
                preexec_fn=tied_to_this_process(),
            )
        self._running.append(process)

    def kill(self) -> None:
        """Let everything that was started on it die at once."""
        for process in self._running:
            process.kill()
            process.wait()
        self._running.clear()

    def end(self) -> None:
        self.kill()
        self._keeper.kill()
        self._keeper.wait()


class Network:
    """A switch, and machines at it. As a context manager; the test is at `address` itself."""

    def __init__(self) -> None:
        self._machines: list[Machine] = []
        self._plug = f"desk{os.getpid()}"

    def __enter__(self) -> Self:
        try:
            self._switch = self._add("switch")
            self._switch.ip("link", "add", "switch", "up", "type", "bridge")
            used = _ip("-4", "address")
            self._prefix = next(each for each in NETWORKS if f" {each}." not in used)
            self.address = f"{self._prefix}.1"
            self._wire(self._plug, os.getpid(), "test")
            _ip("address", "add", f"{self.address}/24", "dev", self._plug)
            _ip("link", "set", self._plug, "up")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for machine in reversed(self._machines):
            machine.end()
        # It goes with the other end of its wire, but the next may not wait for that.
        subprocess.run([require("ip"), "link", "delete", self._plug], check=False, stderr=subprocess.DEVNULL)

    def machine(self, name: str) -> Machine:
        """Another machine, at the next address."""
        machine = self._add(name)
        machine.address = f"{self._prefix}.{len(self._machines)}"
        self._wire("eth0", machine.process, name)
        machine.ip("address", "add", f"{machine.address}/24", "dev", "eth0")
        machine.ip("link", "set", "eth0", "up")
        return machine

    def cut(self, machine: Machine) -> None:
        """Pull a machine's wire."""
        self._switch.ip("link", "set", machine.name, "down")

    def mend(self, machine: Machine) -> None:
        self._switch.ip("link", "set", machine.name, "up")

    def _add(self, name: str) -> Machine:
        machine = Machine(name)
        self._machines.append(machine)
        return machine

    def _wire(self, end: str, process: int, port: str) -> None:
        self._switch.ip("link", "add", port, "type", "veth", "peer", "name", end, "netns", str(process))
        self._switch.ip("link", "set", port, "master", "switch", "up")


def _ip(*words: str) -> str:
    """Ask or set something about the network of the test itself."""
    return subprocess.run([require("ip"), *words], check=True, stdout=subprocess.PIPE, text=True).stdout


def need_machines() -> None:
    """Skip the test where this machine may not be several."""
    if sys.platform != "linux":
        pytest.skip("network namespaces are Linux's")
    if os.getuid() != 0:
        pytest.skip("network namespaces need root")
    tried = subprocess.run([require("unshare"), "--net", require("ip"), "link"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"network namespaces are not allowed here: {tried.stderr.decode().strip()}")
