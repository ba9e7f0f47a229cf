"""Portraits of patrons by number, and what is a picture at all."""

import struct
import zlib
from hashlib import sha1
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.pictures import portrait, recognise
from imref.pictures.png import Colour, write_png
from imref.pictures.portrait import COLOURS, SHAPES, SIDE, contrast, ink_on

Linear = tuple[float, float, float]

# Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision
# deficiency (2009), severity 1.0.
EYES: dict[str, tuple[Linear, Linear, Linear]] = {
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: Colour) -> Linear:
    """A colour as light."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return red, green, blue


def seen(colour: Colour, eyes: tuple[Linear, Linear, Linear]) -> Linear:
    """The light that somebody with such eyes has of a colour."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in eyes
    )
    return red, green, blue


def lab(light: Linear) -> Linear:
    """Light in CIELAB, where distances are about as people see them."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def pixels(png: bytes) -> list[bytes]:
    """The rows of a PNG of ours, each checksum proved."""
    at, packed, width = 8, b"", 0
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + data) == struct.unpack(">I", png[at + 8 + length :][:4])[0]
        if kind == b"IHDR":
            width = struct.unpack(">I", data[:4])[0]
        elif kind == b"IDAT":
            packed += data
        at += 12 + length
    raw = zlib.decompress(packed)
    step = 1 + width // 2
    rows = (raw[start + 1 : start + step] for start in range(0, len(raw), step))
    return [bytes(half for byte in row for half in (byte >> 4, byte & 15)) for row in rows]


@given(st.lists(st.binary(min_size=8, max_size=8), min_size=1, max_size=8))
def test_what_is_written_as_png_reads_back(rows: list[bytes]) -> None:
    rows = [bytes(byte & 15 for byte in row) for row in rows]
    png = write_png(rows, [(n, n, n) for n in range(16)])
    assert pixels(png) == rows
    assert (recognise(png).width, recognise(png).height) == (8, len(rows))


@pytest.mark.parametrize(("row", "colours"), [(b"\x00" * 3, 2), (b"\x00" * 2, 17)])
def test_what_does_not_fit_is_not_written(row: bytes, colours: int) -> None:
    with pytest.raises(ValueError, match="sixteen colours"):
        write_png([row], [(0, 0, 0)] * colours)


def test_a_portrait_is_the_same_at_every_start_and_small() -> None:
    first = portrait(1042)
    portrait.cache_clear()
    assert portrait(1042) == first
    assert first.id == sha1(first.data).hexdigest()
    assert (first.type, first.width, first.height) == ("image/png", SIDE, SIDE)
    assert len(pixels(first.data)) == SIDE
    assert max(len(portrait(number).data) for number in range(1000, 1100)) < 1000


def test_no_two_patrons_have_the_same() -> None:
    numbers = [*range(1000, 3500), 10_000, 99_999, 204_857, 6_000_000]
    assert len({portrait(number).id for number in numbers}) == len(numbers)


def test_neighbours_differ_in_colour_shape_and_digits() -> None:
    for number in range(1000, 1100):
        one, other = number, number + 1
        assert one % len(COLOURS) != other % len(COLOURS)
        assert one % len(SHAPES) != other % len(SHAPES)
        assert pixels(portrait(one).data) != pixels(portrait(other).data)


@pytest.mark.parametrize("eyes", EYES)
def test_colour_blind_staff_tell_neighbours_apart(eyes: str) -> None:
    views = [lab(seen(colour, EYES[eyes])) for colour in COLOURS]
    for view, following in zip(views, [*views[1:], views[0]], strict=True):
        distance = sum((a - b) ** 2 for a, b in zip(view, following, strict=True)) ** 0.5
        assert distance > 25, "two colours side by side look alike"


def test_no_two_colours_are_alike() -> None:
    for one, other in combinations(map(lab, map(linear, COLOURS)), 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 20


@pytest.mark.parametrize("colour", COLOURS)
def test_the_digits_can_be_read(colour: Colour) -> None:
    assert contrast(colour, ink_on(colour)) >= 4.5  # WCAG 2.2, success criterion 1.4.3


def jpeg(*segments: bytes) -> bytes:
    """The beginning of a JPEG image."""
    return b"\xff\xd8" + b"".join(segments)


APP0 = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
FRAME = b"\xff\xc2\x00\x11\x08\x00\x60\x00\x80\x03" + b"\x00" * 9


def test_a_jpeg_is_known_by_its_frame() -> None:
    image = recognise(jpeg(APP0, b"\xff", FRAME))
    assert (image.type, image.width, image.height) == ("image/jpeg", 128, 96)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", jpeg(APP0), jpeg(b"\xff\xe0\xff\xff")]
)
def test_anything_else_is_no_picture(data: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        recognise(data)
