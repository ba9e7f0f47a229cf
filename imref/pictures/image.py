"""What an image is to those who show it: its bytes, their type, its size and its name."""

from dataclasses import dataclass, field
from hashlib import sha1

PNG = "image/png"
JPEG = "image/jpeg"

_PNG_BEGINS = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
_JPEG_BEGINS = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)}) - {0xC4, 0xC8, 0xCC}  # ITU T.81, table B.1: SOFn


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in PNG or JPEG form, ``width`` by ``height`` pixels.

    ``id`` is the SHA-1 of its bytes in hexadecimal digits, by which clients know a picture that
    they have already (XEP-0084, section 4.2.1; XEP-0153, section 3).
    """

    data: bytes = field(repr=False)
    type: str
    width: int
    height: int
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", sha1(self.data, usedforsecurity=False).hexdigest())


def recognise(data: bytes) -> Image:
    """The image in the bytes of a file. Raises ValueError when they are neither PNG nor JPEG."""
    if data.startswith(_PNG_BEGINS) and len(data) >= 24:
        return Image(data, PNG, *(int.from_bytes(data[at : at + 4]) for at in (16, 20)))
    if data.startswith(_JPEG_BEGINS):
        return Image(data, JPEG, *_size_of_jpeg(data))
    raise ValueError("it is neither a PNG nor a JPEG image")


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height from the frame header, behind segments that tell their length."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes may stand before a marker
            at += 1
            continue
        if marker in _FRAMES:
            height, width = (int.from_bytes(data[place : place + 2]) for place in (at + 5, at + 7))
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    raise ValueError("it begins like a JPEG image, and is none")
