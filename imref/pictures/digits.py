"""Digits as strokes of a round pen, to be drawn at any size."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sin

Point = tuple[float, float]
Coverage = tuple[tuple[float, ...], ...]
"""How much of each pixel is covered, 0 to 1, in rows from top to bottom."""

WIDE, HIGH = 4.0, 6.0
"""The box of a digit, to the middle of the strokes; y grows downward."""


def _arc(middle: Point, wide: float, high: float, start: float, end: float) -> tuple[Point, ...]:
    """Points of an ellipse's arc, in degrees clockwise from the right."""
    steps = 12
    angles = (radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((middle[0] + wide * cos(at), middle[1] + high * sin(at)) for at in angles)


_STROKES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "0": (_arc((2, 3), 2, 3, 0, 360),),
    "1": (((0.8, 1.2), (2.4, 0), (2.4, 6)),),
    "2": ((*_arc((2, 1.8), 2, 1.8, 180, 380), (0, 6), (4, 6)),),
    "3": (_arc((1.9, 1.5), 1.7, 1.5, 200, 450), _arc((1.9, 4.5), 2.1, 1.5, 270, 520)),
    "4": (((3, 6), (3, 0), (0, 4.2), (4, 4.2)),),
    "5": (((3.6, 0), (0.6, 0), (0.3, 2.7), *_arc((1.9, 4.1), 2.1, 1.9, 230, 500)),),
    "6": (((3.2, 0), *_arc((2, 4), 2, 2, 195, 195 + 360)),),
    "7": (((0, 0), (4, 0), (1.5, 6)),),
    "8": (_arc((2, 1.5), 1.7, 1.5, 0, 360), _arc((2, 4.5), 2, 1.5, 0, 360)),
    "9": ((*_arc((2, 2), 2, 2, 15, 375), (0.8, 6)),),
}


@lru_cache(maxsize=16)
def drawn(digit: str, scale: float, pen: float) -> Coverage:
    """A digit with ``scale`` pixels to a unit of its box and a pen of ``pen`` pixels."""
    lines = [
        (_scaled(start, scale, pen), _scaled(end, scale, pen))
        for stroke in _STROKES[digit]
        for start, end in pairwise(stroke)
    ]
    wide, high = round(WIDE * scale + pen) + 1, round(HIGH * scale + pen) + 1
    return tuple(
        tuple(
            max(0.0, min(1.0, pen / 2 + 0.5 - min(_distances((x + 0.5, y + 0.5), lines))))
            for x in range(wide)
        )
        for y in range(high)
    )


def _scaled(point: Point, scale: float, pen: float) -> Point:
    margin = pen / 2 + 0.5
    return point[0] * scale + margin, point[1] * scale + margin


def _distances(pixel: Point, lines: list[tuple[Point, Point]]) -> Iterator[float]:
    """How far a pixel is from each straight line."""
    for (x1, y1), (x2, y2) in lines:
        along, up = x2 - x1, y2 - y1
        length = along * along + up * up
        part = ((pixel[0] - x1) * along + (pixel[1] - y1) * up) / length if length else 0.0
        part = max(0.0, min(1.0, part))
        yield hypot(pixel[0] - x1 - part * along, pixel[1] - y1 - part * up)
