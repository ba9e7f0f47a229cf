"""Words to the service manager: ready, reloading, stopping, alive (sd_notify(3)).

Own code because it is one datagram: the pure Python packages for it have had no release for
years and know nothing of watchdogs and reloads, and systemd-python needs a compiler.
"""

import os
import socket
import time


def notify(*lines: str) -> bool:
    """Send ``NAME=value`` lines; False when nobody listens. Never raises: it is only a courtesy."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]  # Linux's abstract namespace
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
            sender.setblocking(False)
            sender.sendto("\n".join(lines).encode(), address)
    except OSError:
        return False
    return True


def ready(status: str = "") -> bool:
    """The service is up, or has finished a reload."""
    return notify("READY=1", *_status(status))


def reloading(status: str = "") -> bool:
    """The config is being read again; `ready` ends it. Type=notify-reload needs the time too."""
    now = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    return notify("RELOADING=1", f"MONOTONIC_USEC={now}", *_status(status))


def stopping(status: str = "") -> bool:
    """The service is on its way down and finishes what is under way."""
    return notify("STOPPING=1", *_status(status))


def alive() -> bool:
    """The loop still turns; due every `watchdog_interval` seconds."""
    return notify("WATCHDOG=1")


def say(status: str) -> bool:
    """One line for people, shown by `systemctl status`."""
    return notify(*_status(status))


def watchdog_interval() -> float | None:
    """Seconds between two `alive`: half of what systemd allows. None when it does not ask."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    if not microseconds.isdigit() or int(microseconds) == 0:
        return None
    return int(microseconds) / 2_000_000


def _status(text: str) -> tuple[str, ...]:
    return (f"STATUS={' '.join(text.split())}",) if text else ()
