"""The help pages, searched by what people write (SQLite FTS5, in memory)."""

from imref.store.faq.index import FaqIndex

__all__ = ["FaqIndex"]
