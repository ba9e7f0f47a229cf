"""A writer for small PNG images of up to sixteen colours (ISO/IEC 15948).

Thirty lines on top of zlib: libraries that can do this bring decoders and megabytes with them.
"""

import struct
import zlib
from collections.abc import Sequence

Colour = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""

MOST_COLOURS = 16


def write_png(rows: Sequence[bytes], palette: Sequence[Colour]) -> bytes:
    """The file for rows of pixels from top to bottom, a byte for each: a place in ``palette``.

    All rows are of the same, even length; the palette has at most ``MOST_COLOURS``.
    """
    width, height = len(rows[0]), len(rows)
    if width % 2 or len(palette) > MOST_COLOURS:
        raise ValueError("two pixels fill a byte, and each is one of sixteen colours")
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)  # 4 bits, by palette
    pixels = b"".join(b"\x00" + _packed(row) for row in rows)  # every row unfiltered
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            _chunk(b"IDAT", zlib.compress(pixels, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(row: bytes) -> bytes:
    return bytes(left << 4 | right for left, right in zip(row[::2], row[1::2], strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
