"""The pieces of server configuration that `deploy/` offers, filled in for a private server.

The demo and the end-to-end tests run on exactly what an administrator would copy.
"""

from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent
# In a wheel the pieces lie beside this module, in a working copy where people look for them.
_PLACES = (_HERE / "deploy", _HERE.parents[1] / "deploy")


def filled_in(name: str, replacements: Mapping[str, str]) -> str:
    """The text of `deploy/<name>` with every key replaced by its value.

    Raises FileNotFoundError for an unknown name and ValueError for a key that is not in the text:
    a piece that has changed must not be used half filled in.
    """
    text = snippet(name)
    for placeholder, value in replacements.items():
        if placeholder not in text:
            raise ValueError(f"{name} does not contain {placeholder!r}")
        text = text.replace(placeholder, value)
    return text


def snippet(name: str) -> str:
    """The text of `deploy/<name>` as it is; raises FileNotFoundError."""
    for place in _PLACES:
        if (place / name).is_file():
            return (place / name).read_text(encoding="utf-8")
    raise FileNotFoundError(f"{name} is neither in {_PLACES[0]} nor in {_PLACES[1]}")
