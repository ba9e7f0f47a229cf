"""In which language a visitor reads us, and which way it runs."""

from collections.abc import Iterator

from aiohttp import web

from imref.desk.wording import Wording

MOST = 10
"""Languages of a list that are looked at; browsers send about three."""


def asked(request: web.Request) -> str:
    """The languages that a request wants: those of its query, else those of its browser."""
    return request.query.get("lang", "") or request.headers.get("Accept-Language", "")


def tongue(wording: Wording, wanted: str) -> str:
    """The language for a list as in Accept-Language (RFC 9110, section 12.5.4), best first.

    The library's own where it has none of them.
    """
    for tag in _by_preference(wanted):
        spoken = wording.language(tag)
        if f"{tag.lower()}-".startswith(f"{spoken}-"):
            return spoken
    return wording.language("")


def _by_preference(wanted: str) -> Iterator[str]:
    weighed = []
    for each in wanted.split(",")[:MOST]:
        tag, _, parameter = each.partition(";")
        weight = parameter.strip().removeprefix("q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            quality = 0.0
        if tag.strip() and quality > 0:
            weighed.append((-quality, tag.strip()))
    yield from (tag for _, tag in sorted(weighed, key=lambda one: one[0]))


def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    from babel import Locale

    return Locale.parse(language, sep="-").text_direction
