"""Putting a file on the library's own server, where its slot says (XEP-0363, section 4)."""

from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from imref.desk.events import FileTrouble
from imref.files.troubles import FileProblem
from imref.xmpp.upload import Slot

PATIENCE: Final = ClientTimeout(total=60.0, sock_connect=10.0)
"""Seconds that our own server may take."""


async def put(slot: Slot, data: bytes, kind: str) -> None:
    """Put a file of this MIME type into its slot. Raises FileProblem.

    The slot is our own server's word, so it may lie on a private address.
    """
    headers = {**slot.headers, "Content-Type": kind}
    try:
        async with (
            ClientSession(timeout=PATIENCE) as session,
            session.put(slot.put, data=data, headers=headers, allow_redirects=False) as response,
        ):
            status = response.status
    except (TimeoutError, ClientError, OSError, ValueError) as error:
        raise FileProblem(FileTrouble.NOT_STORED, type(error).__name__) from error
    if status not in (200, 201):
        raise FileProblem(FileTrouble.NOT_STORED, f"our server says {status}")
