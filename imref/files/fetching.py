"""Fetching a file from a link that somebody sent: little trust, firm limits."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector
from yarl import URL

from imref.desk.events import FileTrouble
from imref.files.reach import PublicResolver, may_connect
from imref.files.troubles import FileProblem

REDIRECTS: Final = 3
"""Times that a server may send us on to another address."""

PATIENCE: Final = ClientTimeout(total=60.0, sock_connect=10.0, sock_read=15.0)
"""Seconds for a whole file, for a connection, and for a silence within it."""

PIECE: Final = 65_536
HEADERS: Final = {"Accept-Encoding": "identity", "User-Agent": "imref"}
"""Nothing is to be unpacked on the way: a small answer could become a very large file."""

_REDIRECTED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it came: its bytes, the MIME type its server says, and the name in its link."""

    data: bytes
    declared: str
    name: str


async def fetch(link: str, largest: int, trusted: Collection[str]) -> Fetched:
    """Fetch a file of at most ``largest`` bytes by http or https. Raises FileProblem.

    ``trusted`` are hosts that may have private addresses.
    """
    connector = TCPConnector(resolver=PublicResolver(trusted), force_close=True)
    async with ClientSession(
        connector=connector, timeout=PATIENCE, headers=HEADERS, auto_decompress=False
    ) as session:
        try:
            return await _follow(session, URL(link), largest, trusted)
        except (TimeoutError, ClientError, OSError, ValueError) as error:
            raise FileProblem(FileTrouble.NOT_FETCHED, type(error).__name__) from error


async def _follow(
    session: ClientSession, address: URL, largest: int, trusted: Collection[str]
) -> Fetched:
    """Fetch what an address leads to; each step of the way is looked at anew."""
    for _ in range(REDIRECTS + 1):
        if address.scheme not in ("http", "https") or not may_connect(address.host or "", trusted):
            raise FileProblem(FileTrouble.NOT_FETCHED, "the link leads where we do not go")
        async with session.get(address.with_user(None), allow_redirects=False) as response:
            if response.status in _REDIRECTED:
                address = address.join(URL(response.headers.get("Location", "")))
                continue
            data = await _read(response, largest)
            return Fetched(data, response.content_type, unquote(address.name))
    raise FileProblem(FileTrouble.NOT_FETCHED, "the link leads on and on")


async def _read(response: ClientResponse, largest: int) -> bytes:
    if response.status != 200:
        raise FileProblem(FileTrouble.NOT_FETCHED, f"its server says {response.status}")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise FileProblem(FileTrouble.NOT_FETCHED, "it comes packed")
    if (response.content_length or 0) > largest:
        raise FileProblem(FileTrouble.TOO_LARGE, "its server says that it is too large")
    data = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        data += piece
        if len(data) > largest:
            raise FileProblem(FileTrouble.TOO_LARGE, "it is larger than its server said")
    if not data:
        raise FileProblem(FileTrouble.NOT_FETCHED, "it is empty")
    return bytes(data)
