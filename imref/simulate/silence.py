"""A wording that says nothing: nobody reads a simulated sentence, so none is put into words."""

from dataclasses import replace

from imref.desk.agreement import Agreement
from imref.desk.phrases import Text
from imref.desk.wording import Wording


class Silence(Wording):
    """Understands what a `Wording` understands, and renders every sentence as nothing."""

    __slots__ = ()

    is_read = False

    def render(self, text: Text, language: str = "", now: float = 0.0) -> str:  # noqa: ARG002
        """Nothing; people's own words stay as they are."""
        return text if isinstance(text, str) else ""


def silenced(agreement: Agreement) -> Agreement:
    """The same agreement, in which nothing is put into words.

    Nor are help pages searched, the group chat told or the daily check made: what people make of
    those nobody knows.
    """
    said = agreement.wording
    silence = Silence(said.catalogues, said.own, said.default, said.doubted)
    return replace(agreement, wording=silence, pages={}, staff_room=None, canary=None)
