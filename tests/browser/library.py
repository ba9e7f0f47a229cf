"""A library on the web: its server, its imref with a web page, and its people."""

from dataclasses import dataclass

from e2e.cast import Cast

from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class WebLibrary:
    """A library that answers; ``address`` is that of its page, without a slash at the end."""

    server: PrivateServer
    service: RunningService
    cast: Cast
    address: str
