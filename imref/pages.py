"""The help pages at hand: searched when the desk asks, exchanged when the config is read again."""

from collections.abc import Iterable

from imref.desk.errands import SearchFaq
from imref.desk.events import FaqFound
from imref.desk.night.faq import Page
from imref.store.faq import FaqIndex


class HelpPages:
    """The library's help pages, for a `Clerk` to search."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._index = FaqIndex(pages)

    def exchange(self, pages: Iterable[Page]) -> None:
        """Search these from now on."""
        self._index = FaqIndex(pages)

    async def search(self, errand: SearchFaq) -> FaqFound:
        """What the pages have for a question; it takes about a millisecond, so nobody waits."""
        return FaqFound(errand.session, tuple(self._index.search(errand.text, errand.language)))
