"""A desk's state as a small picture, in the style of the badges that people know."""

from html import escape

from imref.desk.roster.doorplate import State

COLOURS = {
    State.OPEN: "#1a7f37",
    State.BUSY: "#9a6700",
    State.UNSTAFFED: "#57606a",
    State.CLOSED: "#57606a",
}
"""Each has at least 4.5 to 1 against white (WCAG 2.2, 1.4.3)."""

HEIGHT = 22
WIDTH_OF_A_CHARACTER = 7.0
MARGIN = 14


def badge(title: str, label: str, state: State, direction: str) -> str:
    """The picture as SVG; a screen reader reads ``title: label``."""
    left, right = _width(title), _width(label)
    width = left + right
    parts = ((title, 0, left, "#24292f"), (label, left, right, COLOURS[state]))
    if direction == "rtl":
        parts = ((label, 0, right, COLOURS[state]), (title, right, left, "#24292f"))
    drawn = "".join(_part(*part) for part in parts)
    name = escape(f"{title}: {label}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" role="img" '
        f'aria-label="{name}"><title>{name}</title>'
        f'<clipPath id="r"><rect width="{width}" height="{HEIGHT}" rx="4"/></clipPath>'
        f'<g clip-path="url(#r)" fill="#fff" text-anchor="middle" font-size="12" '
        f'font-family="Verdana,DejaVu Sans,sans-serif">{drawn}</g></svg>'
    )


def _part(text: str, start: int, width: int, colour: str) -> str:
    middle, room = start + width / 2, width - MARGIN
    return (
        f'<rect x="{start}" width="{width}" height="{HEIGHT}" fill="{colour}"/>'
        f'<text x="{middle:g}" y="15" textLength="{room}">{escape(text)}</text>'
    )


def _width(text: str) -> int:
    return round(len(text) * WIDTH_OF_A_CHARACTER) + MARGIN
