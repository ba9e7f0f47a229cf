"""The porter: a file is fetched, looked at, and put on a server of ours that the test plays."""

import asyncio
import logging
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from imref.config import Config
from imref.desk.errands import FetchFile
from imref.desk.events import FileFetched, FileTrouble
from imref.desk.records import Parcel
from imref.desk.talk.file_rules import COMMON
from imref.files.porter import Porter
from imref.xmpp.asking import Asking

from .web import PNG, Site

DOMAIN = "ref.library.example"
SERVICE = "upload.library.example"
ITEMS = "{http://jabber.org/protocol/disco#items}query"
INFO = "{http://jabber.org/protocol/disco#info}query"
REQUEST = "{urn:xmpp:http:upload:0}request"


class Server:
    """Our own server, as far as it is asked for uploads."""

    def __init__(self, web: Site) -> None:
        self.web = web
        self.asking = Asking(DOMAIN, self._take)
        self.asked: list[tuple[str, ET.Element]] = []
        self.full = False

    def _take(self, stanza: str) -> bool:
        iq = ET.fromstring(stanza)
        self.asked.append((iq.get("to", ""), iq[0]))
        answer = ET.fromstring(self._answer(iq.get("to", ""), iq[0]))
        answer.set("id", iq.get("id", ""))
        answer.set("from", iq.get("to", ""))
        asyncio.get_running_loop().call_soon(self.asking.answered, answer)
        return True

    def _answer(self, to: str, asked: ET.Element) -> str:
        match asked.tag, to:
            case tag, "library.example" if tag == ITEMS:
                item = f"<item jid='rooms.library.example'/><item jid='{SERVICE}'/>"
                return _result(f"<query xmlns='{ITEMS[1:-6]}'>{item}</query>")
            case tag, to if tag == INFO and to == SERVICE:
                feature = "<feature var='urn:xmpp:http:upload:0'/>"
                return _result(f"<query xmlns='{INFO[1:-6]}'>{feature}</query>")
            case tag, to if tag == INFO:
                return _result(f"<query xmlns='{INFO[1:-6]}'/>")
            case tag, to if tag == REQUEST and to == SERVICE and not self.full:
                there = f"{self.web.address}/store/{asked.get('filename')}"
                return _result(
                    f"<slot xmlns='urn:xmpp:http:upload:0'><put url='{there}'>"
                    "<header name='authorization'>Bearer\n sesame</header>"
                    "<header name='X-Evil'>yes</header></put>"
                    "<get url='https://upload.library.example/1/map.png'/></slot>"
                )
        return (
            "<iq type='error'><error type='wait'><resource-constraint "
            "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
        )


def _result(payload: str) -> str:
    return f"<iq type='result'>{payload}</iq>"


@pytest.fixture
def server(web: Site) -> Server:
    return Server(web)


def settings(tmp_path: Path, **files: Any) -> Config:
    """A config with a section ``files``."""
    return Config.model_validate(
        {
            "component": {"domain": DOMAIN, "secret": "x"},
            "database": str(tmp_path / "imref.sqlite"),
            "desks": {"ask": {"title": "Ask", "tiers": [["ana"]]}},
            "staff": {"ana": {"address": "ana@library.example"}},
            "files": {"policy": "re-upload", "trusted_hosts": ["127.0.0.1"], **files},
        },
        context={"folder": tmp_path},
    )


def errand(link: str, largest: int = 1000) -> FetchFile:
    """An errand for the file behind a link."""
    parcel = Parcel(7, "pat@home.example", "phone", "ask", "m1", link, link, "", "", "", 1.0)
    return FetchFile(parcel, largest, COMMON)


async def test_a_file_is_brought_over(
    web: Site, server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    porter = Porter(settings(tmp_path))
    done = await porter.bring(errand(f"{web.address}/map.png"), server.asking)
    ours = "https://upload.library.example/1/map.png"
    size = len(PNG)
    assert done == FileFetched(7, "pat@home.example", "ask", ours, "image/png", size)
    assert web.stored == {"/store/map.png": (PNG, "image/png")}
    assert web.headers[-1]["Authorization"] == "Bearer sesame"
    assert "X-Evil" not in web.headers[-1]
    _, asked = server.asked[-1]
    assert (asked.get("size"), asked.get("content-type")) == (str(size), "image/png")
    assert "map" not in caplog.text
    assert "pat@" not in caplog.text
    assert web.address not in caplog.text


async def test_the_service_is_looked_for_once(web: Site, server: Server, tmp_path: Path) -> None:
    porter = Porter(settings(tmp_path))
    for _ in range(2):
        await porter.bring(errand(f"{web.address}/map.png"), server.asking)
    assert [to for to, asked in server.asked if asked.tag == ITEMS] == ["library.example"]


async def test_a_service_that_is_named_is_not_looked_for(
    web: Site, server: Server, tmp_path: Path
) -> None:
    porter = Porter(settings(tmp_path, service=SERVICE))
    assert (await porter.bring(errand(f"{web.address}/map.png"), server.asking)).url
    assert [asked.tag for _, asked in server.asked] == [REQUEST]


async def test_nothing_is_put_that_may_not_go_on(web: Site, server: Server, tmp_path: Path) -> None:
    porter = Porter(settings(tmp_path))
    troubles = {
        "program.png": FileTrouble.OTHER_KIND,
        "large": FileTrouble.TOO_LARGE,
        "missing": FileTrouble.NOT_FETCHED,
    }
    for path, trouble in troubles.items():
        done = await porter.bring(errand(f"{web.address}/{path}"), server.asking)
        assert (done.trouble, done.url) == (trouble, "")
    assert server.asked == []
    assert web.stored == {}


@pytest.mark.parametrize("ill", ["full", "refusing"])
async def test_a_server_that_takes_nothing(
    ill: str, web: Site, server: Server, tmp_path: Path
) -> None:
    server.full = ill == "full"
    web.status = 413 if ill == "refusing" else 201
    done = await Porter(settings(tmp_path)).bring(errand(f"{web.address}/map.png"), server.asking)
    assert done.trouble is FileTrouble.NOT_STORED
