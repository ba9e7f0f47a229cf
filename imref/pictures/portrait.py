"""A portrait for a number: how staff tell one patron from the next without reading.

A shape in a calm colour bears the last two digits of the number, which are what people say to each
other ("who has 42?") and what commands take. Colour, shape and digits each change from one number
to the next, so nobody depends on seeing colours. Dots around it stand for the other digits: no two
numbers below six million look the same. It is drawn from the number alone, never from who the
patron is, and the same at every start and on every page.
"""

from collections.abc import Callable
from functools import lru_cache
from math import cos, hypot, pi, sin

from imref.pictures.digits import Coverage, drawn
from imref.pictures.image import PNG, Image
from imref.pictures.png import Colour, write_png

SIDE = 96
"""Pixels each way; XEP-0153, section 3.1, asks for 32 to 96."""

PAPER: Colour = (244, 242, 237)
LIGHT: Colour = (255, 255, 255)
DARK: Colour = (28, 28, 34)

COLOURS: tuple[Colour, ...] = (
    (51, 34, 136),
    (17, 119, 51),
    (136, 34, 85),
    (136, 204, 238),
    (204, 102, 119),
    (221, 204, 119),
    (68, 170, 153),
)
"""Paul Tol's "muted" scheme, made for colour-blind readers, in the order in which neighbours differ
most for all of them."""

_SCALE, _PEN, _GAP = 4.3, 5.0, 5
_RING, _DOT, _DOTS = 43.0, 2.3, 16
_SHADES = 4
"""Steps from one colour to another at an edge."""

_SHAPE = _SHADES  # places in the palette: paper to shape, shape to ink, and the dots
_INK = 2 * _SHADES
_DOTTED = _INK + 1


def _circle(x: float, y: float) -> float:
    return hypot(x, y) - 35


def _square(x: float, y: float) -> float:
    corner = 7
    across, up = max(abs(x) - 30 + corner, 0), max(abs(y) - 30 + corner, 0)
    return hypot(across, up) - corner


def _diamond(x: float, y: float) -> float:
    return (abs(x) + abs(y) - 44) / 2**0.5


def _hexagon(x: float, y: float) -> float:
    return max(abs(x), abs(x) / 2 + abs(y) * 3**0.5 / 2) - 32


def _arch(x: float, y: float) -> float:
    """A door: round above, straight below."""
    return max(hypot(x, min(y + 4, 0)) - 30, y - 30)


SHAPES: tuple[Callable[[float, float], float], ...] = (_circle, _diamond, _square, _hexagon, _arch)
"""How far a point is outside a shape; there are five, which is prime to the seven colours."""


@lru_cache(maxsize=1024)
def portrait(number: int) -> Image:
    """The picture of the patron ``number`` (0 and up): a PNG of some 600 bytes."""
    colour = COLOURS[number % len(COLOURS)]
    rows = [bytearray(row) for row in _ground(number % len(SHAPES))]
    _write(rows, f"{number % 100:02}")
    _surround(rows, number // 100)
    return Image(write_png([bytes(row) for row in rows], _palette(colour)), PNG, SIDE, SIDE)


def ink_on(colour: Colour) -> Colour:
    """Light or dark, whichever can be read on a colour."""
    return max((LIGHT, DARK), key=lambda ink: contrast(ink, colour))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=len(SHAPES))
def _ground(shape: int) -> tuple[bytes, ...]:
    """The shape on paper, as places in the palette."""
    outside, middle = SHAPES[shape], SIDE / 2 - 0.5
    places = range(SIDE)
    return tuple(
        bytes(_shade(0.5 - outside(x - middle, y - middle)) for x in places) for y in places
    )


def _write(rows: list[bytearray], digits: str) -> None:
    """Write digits into the middle."""
    glyphs = [drawn(digit, _SCALE, _PEN) for digit in digits]
    wide = sum(len(glyph[0]) for glyph in glyphs) + _GAP * (len(glyphs) - 1)
    left = (SIDE - wide) // 2
    for glyph in glyphs:
        _stamp(rows, glyph, left, (SIDE - len(glyph)) // 2)
        left += len(glyph[0]) + _GAP


def _stamp(rows: list[bytearray], glyph: Coverage, left: int, top: int) -> None:
    for row, line in zip(rows[top:], glyph, strict=False):
        for x, cover in enumerate(line, left):
            if cover:
                row[x] = _SHAPE + _shade(cover)


def _surround(rows: list[bytearray], rest: int) -> None:
    """A dot around the shape for each binary digit of ``rest`` that is set, from the top."""
    middle = SIDE / 2 - 0.5
    for place in range(_DOTS):
        if rest >> place & 1:
            turn = 2 * pi * place / _DOTS
            _dot(rows, middle + _RING * sin(turn), middle - _RING * cos(turn))


def _dot(rows: list[bytearray], x: float, y: float) -> None:
    around = int(_DOT) + 1
    for row in range(int(y) - around, int(y) + around + 2):
        for column in range(int(x) - around, int(x) + around + 2):
            if hypot(column - x, row - y) <= _DOT:
                rows[row][column] = _DOTTED


def _shade(cover: float) -> int:
    return round(max(0.0, min(1.0, cover)) * _SHADES)


def _palette(colour: Colour) -> list[Colour]:
    ink = ink_on(colour)
    edge = [_mixed(PAPER, colour, step / _SHADES) for step in range(_SHADES)]
    stroke = [_mixed(colour, ink, step / _SHADES) for step in range(_SHADES + 1)]
    return [*edge, *stroke, _mixed(PAPER, colour, 0.6)]


def _mixed(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue
