"""Fetching: what comes, and what does not."""

import pytest

from imref.desk.events import FileTrouble
from imref.files.fetching import fetch
from imref.files.troubles import FileProblem

from .web import PNG, Site

HERE = frozenset({"127.0.0.1"})
LIMIT = 1000


async def trouble(link: str, trusted: frozenset[str] = HERE) -> FileTrouble:
    """Why a link gives no file."""
    with pytest.raises(FileProblem) as problem:
        await fetch(link, LIMIT, trusted)
    assert link not in str(problem.value)
    return problem.value.trouble


async def test_a_file_comes_with_its_name_and_what_its_server_says(web: Site) -> None:
    file = await fetch(f"{web.address}/map.png", LIMIT, HERE)
    assert (file.data, file.declared, file.name) == (PNG, "image/png", "map.png")
    assert web.headers[0]["Accept-Encoding"] == "identity"


async def test_it_is_followed_three_times_and_no_more(web: Site) -> None:
    assert (await fetch(f"{web.address}/on/on/on/map.png", LIMIT, HERE)).data == PNG
    assert await trouble(f"{web.address}/on/on/on/on/map.png") is FileTrouble.NOT_FETCHED


@pytest.mark.parametrize("target", ["http/127.0.0.2:1/x", "http/localhost:1/x", "file/etc/passwd"])
async def test_it_is_not_followed_inside(web: Site, target: str) -> None:
    assert await trouble(f"{web.address}/away/{target}") is FileTrouble.NOT_FETCHED
    assert len(web.asked) == 1


async def test_this_machine_is_not_reached_unless_it_is_trusted(web: Site) -> None:
    nobody: frozenset[str] = frozenset()
    port = web.address.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
        assert await trouble(f"http://{host}:{port}/map.png", nobody) is FileTrouble.NOT_FETCHED
    assert web.asked == []


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "ftp://127.0.0.1/x", "aesgcm://127.0.0.1/x", "http://", "x", ""]
)
async def test_nothing_but_http_is_fetched(link: str) -> None:
    with pytest.raises(FileProblem):
        await fetch(link, LIMIT, HERE)


async def test_a_file_over_the_limit_is_too_large(web: Site) -> None:
    assert await trouble(f"{web.address}/large") is FileTrouble.TOO_LARGE
    assert await trouble(f"{web.address}/endless") is FileTrouble.TOO_LARGE


@pytest.mark.parametrize("path", ["missing", "packed", "broken"])
async def test_what_is_missing_packed_or_broken_does_not_come(web: Site, path: str) -> None:
    assert await trouble(f"{web.address}/{path}") is FileTrouble.NOT_FETCHED


async def test_a_server_that_is_not_there_gives_nothing(web: Site) -> None:
    assert await trouble("http://127.0.0.1:1/map.png") is FileTrouble.NOT_FETCHED
