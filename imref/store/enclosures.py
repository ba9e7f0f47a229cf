"""Enclosures as they stand in a column: JSON of what is not empty, "" for none."""

import json
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from imref.desk.talk.enclosure import Choice, Enclosure


@lru_cache(maxsize=1024)
def written(enclosed: Enclosure | None) -> str:
    """Give an enclosure as text; a librarian's words carry the same one again and again."""
    if enclosed is None:
        return ""
    there = {name: value for name, value in asdict(enclosed).items() if value}
    return json.dumps(there, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1024)
def read(text: str) -> Enclosure | None:
    """Give the enclosure that was written as ``text``."""
    if not text:
        return None
    there: dict[str, Any] = json.loads(text)
    there["choices"] = tuple(Choice(**choice) for choice in there.get("choices", ()))
    there["reactions"] = tuple(there.get("reactions", ()))
    return Enclosure(**there)
