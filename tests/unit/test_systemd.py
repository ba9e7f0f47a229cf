"""What the service manager is told, over a real datagram socket."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from imref import systemd


@pytest.fixture(params=["file", "abstract"])
def manager(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[socket.socket]:
    abstract = request.param == "abstract"
    name = f"imref-test-{os.getpid()}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind("\0" + name if abstract else name)
        listener.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", "@" + name if abstract else name)
        yield listener


def test_the_life_of_a_service(manager: socket.socket) -> None:
    assert systemd.ready("3 desks\nopen")
    assert manager.recv(4096) == b"READY=1\nSTATUS=3 desks open"
    assert systemd.reloading()
    first, second = manager.recv(4096).split(b"\n")
    assert first == b"RELOADING=1"
    assert second.startswith(b"MONOTONIC_USEC=")
    assert systemd.alive()
    assert manager.recv(4096) == b"WATCHDOG=1"
    assert systemd.say("2 sessions open")
    assert manager.recv(4096) == b"STATUS=2 sessions open"
    assert systemd.stopping()
    assert manager.recv(4096) == b"STOPPING=1"


@pytest.mark.parametrize("address", [None, "", "relative", "/nowhere/at/all"])
def test_nobody_listens_and_nothing_happens(
    address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    if address is not None:
        monkeypatch.setenv("NOTIFY_SOCKET", address)
    assert not systemd.ready()


@pytest.mark.parametrize(
    ("microseconds", "pid", "interval"),
    [
        ("30000000", None, 15.0),
        ("30000000", os.getpid(), 15.0),
        ("30000000", os.getpid() + 1, None),
        ("0", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_the_watchdog_is_fed_at_half_its_interval(
    microseconds: str | None,
    pid: int | None,
    interval: float | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("WATCHDOG_USEC", microseconds), ("WATCHDOG_PID", pid)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, str(value))
    assert systemd.watchdog_interval() == interval
