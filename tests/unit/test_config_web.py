"""The web page in the config: what can be written, what is refused, and what follows from it."""

from ipaddress import ip_network
from pathlib import Path

import pytest

from imref.config import inspect, read
from imref.config.web import Proof, Web

SECRET = "no-secret-here-but-long-enough-all-the-same"
GOOD = f"""\
component: {{domain: ref.library.example, secret: open sesame}}
database: imref.sqlite
desks: {{ask: {{title: Ask a librarian, tiers: [[ana]]}}}}
staff: {{ana: {{address: ana@library.example}}}}
web:
  address: https://ask.library.example/
  guests: Guest.library.example
  secret: {SECRET}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    return file


def web(file: Path, more: str = "") -> Web:
    file.write_text(GOOD + more, encoding="utf-8")
    section = read(file).web
    assert section is not None
    return section


def problems(file: Path, text: str) -> list[str]:
    file.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{file.parent}/") for problem in inspect(file)[1]]


def test_three_keys_are_enough(file: Path) -> None:
    section = web(file)
    assert (section.listen, section.port) == ("127.0.0.1", 5380)
    assert section.address == section.origin == "https://ask.library.example"
    assert section.websocket_address == "wss://ask.library.example/xmpp-websocket"
    assert section.guests == "guest.library.example"
    assert section.key == SECRET
    assert section.proof is Proof.HMAC


def test_without_the_section_there_is_no_page(file: Path) -> None:
    file.write_text(GOOD.partition("web:")[0], encoding="utf-8")
    assert read(file).web is None


def test_a_page_may_lie_below_another_address(file: Path) -> None:
    file.write_text(GOOD.replace("ask.library.example/", "library.example:8443/ask/"))
    section = read(file).web
    assert section is not None
    assert section.address == "https://library.example:8443/ask"
    assert section.origin == "https://library.example:8443"


def test_what_is_given_counts(file: Path) -> None:
    section = web(
        file,
        "  websocket: wss://xmpp.library.example/ws\n"
        "  proof: jwt\n"
        "  lifetime: 7 d\n"
        "  origins: [https://WWW.library.example/]\n"
        "  trusted_proxies: [10.0.0.0/8]\n",
    )
    assert section.websocket_address == "wss://xmpp.library.example/ws"
    assert section.proof is Proof.JWT
    assert section.lifetime == 7 * 86_400
    assert section.origins == ["https://www.library.example"]
    assert section.proxies == (ip_network("10.0.0.0/8"),)


def test_the_secret_may_stand_in_a_file(file: Path) -> None:
    (file.parent / "web.secret").write_text(f"{SECRET}\n")
    file.write_text(GOOD.replace(f"secret: {SECRET}", "secret_file: web.secret"))
    section = read(file).web
    assert section is not None
    assert section.key == SECRET


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://ask.library.example/", "ask.library.example", "is not an address such as"),
        ("https://ask.library.example/", "https://a.example:x/", "a port that is no number"),
        (f"  secret: {SECRET}\n", "", "is missing: give web.secret or web.secret_file"),
        (SECRET, "short", "is shorter than 32 characters"),
        ("Guest.library.example", "guest@library.example", "is not a domain such as"),
        (SECRET, f"{SECRET}\n  origins: [https://x.example/page]", "give the site alone"),
        (SECRET, f"{SECRET}\n  trusted_proxies: [10.1.x.x]", "is not an IP address"),
        (SECRET, f"{SECRET}\n  lifetime: 5 min", "web.lifetime"),
        (SECRET, f"{SECRET}\n  websocket: https://x.example/ws", "is not an address such as"),
    ],
)
def test_what_is_wrong_is_said(file: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = problems(file, GOOD.replace(old, new))
    assert any(said in problem for problem in found), found


def test_a_secret_that_everybody_can_read_is_named(file: Path) -> None:
    file.chmod(0o644)
    found = problems(file, GOOD)
    assert f"web.secret: everybody on this machine can read the secret; chmod o= {file}" in found[1]
