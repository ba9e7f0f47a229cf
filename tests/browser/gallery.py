"""The gallery of the chat window, served as a library's page would be: every state of it.

``PYTHONPATH=tests python -m browser.gallery`` prints its address and serves it, to be looked at.
"""

import json
import re
import subprocess
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, urlencode, urlsplit

from imref.config.wording import gaps, wording
from imref.desk.phrases import Phrase, in_order

WEB_PREFIX = "web_"
"""Begins the key of a phrase of the window."""

WIDGET = Path(__file__).parents[2] / "widget"
BUILT = WIDGET / "build" / "gallery"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
"""A policy as strict as a library's own can be: the window needs no exception."""

SAYS = {
    "open": "Open now, until 18:00.",
    "busy": "Open now, until 18:00. Everybody is with somebody at the moment.",
    "closed": "Closed now. We open tomorrow at 9:00.",
    "unstaffed": "Open until 18:00, but nobody is at the desk just now.",
}
LONGEST, LARGEST = 2000, 10_000_000


def words(language: str) -> dict[str, str]:
    """The texts of the window in a language, by name."""
    said = wording(language, {})
    return {
        phrase.key.removeprefix(WEB_PREFIX): said.render(phrase(**_open(phrase)), language)
        for phrase in in_order()
        if phrase.key.startswith(WEB_PREFIX)
    }


def _open(phrase: Phrase) -> dict[str, str]:
    """Each gap filled with itself: the window fills it."""
    return {gap: f"{{{gap}}}" for gap in gaps(phrase.text)}


def desk(state: str, language: str) -> dict[str, object]:
    """What the service says of a desk that is in this state; "-rtl" turns the direction."""
    name, _, turned = state.partition("-")
    return {
        "desk": state,
        "address": "ask@ref.library.example",
        "title": "Ask a librarian",
        "state": name,
        "says": SAYS[name],
        "language": language,
        "direction": turned or "ltr",
        "words": words(language),
        "websocket": "ws://library.example/xmpp",
        "guest": "/guest",
        "about": "/kept",
        "limits": {"length": LONGEST, "file": LARGEST},
        "files": True,
    }


WORDS = words("en")
USED = re.findall(r'^  \| "(\w+)"', (WIDGET / "src/face/words.ts").read_text(), re.MULTILINE)
"""The names of the texts that the window knows."""
STATES = re.findall(r'^  "?([\w-]+)"?: {', (WIDGET / "gallery/states.ts").read_text(), re.MULTILINE)
"""The states that the gallery shows, by name."""


class _Answer(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path != "/desk.json":
            super().do_GET()
            return
        query = parse_qs(asked.query)
        state, language = query["desk"][0], query["lang"][0].split(",")[0]
        if state.partition("-")[0] not in SAYS:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        body = json.dumps(desk(state, language)).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: a test has nobody to read it."""


class Gallery:
    """Builds and serves the gallery on a free port of this machine."""

    def __init__(self) -> None:
        build = ["node", "build.mjs", "--gallery"]
        subprocess.run(build, cwd=WIDGET, check=True, capture_output=True)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, directory=str(BUILT)))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "Gallery":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def page(self, state: str, **attributes: str) -> str:
        """The address of one state; ``attributes`` are those of the element, `dir` and `lang`."""
        return f"{self.address}/state.html?{urlencode({'state': state, **attributes})}"

    def wait(self) -> None:
        """Until interrupted."""
        self._thread.join()


if __name__ == "__main__":
    with Gallery() as gallery:
        print(gallery.address, flush=True)
        gallery.wait()
