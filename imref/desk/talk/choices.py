"""What a sentence to a patron offers, as choices beside it that a page makes buttons of.

Sentences name what to write in their own text ("Write {word_keep} …"), so whatever names a command
offers it, also in a text of the library's own. The place in line goes beside the words likewise.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from imref.desk import phrases
from imref.desk.phrases import CHOICE_PREFIX, PHRASES, Lines, Phrase, Text, Word, Words
from imref.desk.talk.enclosure import Choice, Enclosure
from imref.desk.wording import Wording

_GAP = re.compile(r"{word_(\w+)}")

TITLE: Final = 40
"""Characters of a help page's title that a button shows."""

_KEPT: Final = {"keep": phrases.CHOICE_KEEP_ON, "cancel": PHRASES["choice_cancel"]}
_PROPOSED: Final = {"yes": phrases.CHOICE_SEND_ON, "no": phrases.CHOICE_KEEP_HERE}

OFFERS: Final[Mapping[Phrase, Mapping[str, Phrase]]] = {
    phrases.STILL_NOBODY: {word: PHRASES[CHOICE_PREFIX + word] for word in ("wait", "keep", "bye")},
    phrases.IDLE_REMINDER: {"bye": phrases.CHOICE_THAT_IS_ALL},
    phrases.KEPT_CLOSED: _KEPT,
    phrases.KEPT_CLOSED_LONG: _KEPT,
    phrases.KEPT_AT_CLOSING: _KEPT,
    phrases.KEPT_ALONE: _KEPT,
    phrases.PAGE_ANSWERS: {"yes": phrases.CHOICE_ANSWERED, "no": phrases.CHOICE_NOT_ANSWERED},
    phrases.FORGET_ASK: {"yes": phrases.CHOICE_FORGET, "no": PHRASES["choice_no"]},
    phrases.PARTNER_OFFER: _PROPOSED,
    phrases.PARTNER_OFFER_ALWAYS: _PROPOSED,
    phrases.PATRON_BEFORE_PARTNER: {"no": phrases.CHOICE_KEEP_HERE},
}
"""Sentences that offer something else than what they name, or call it by another label."""

_WITH_MORE: Final = (phrases.PLACE_NEXT, phrases.PLACE, phrases.PAGE_LINE, phrases.RATE)
"""Sentences with which something goes that is no command."""


def enclosing(wording: Wording, text: Text, language: str) -> Enclosure | None:
    """What goes with a sentence to a patron: what it offers, and the place in line that it tells.

    None for a sentence with neither, as most are. Values and labels are in ``language``.
    """
    choices, place = _beside(wording, text, language)
    return Enclosure(choices=choices, place=place) if choices or place else None


def concluding(wording: Wording, text: Text, language: str) -> Enclosure:
    """What goes with the last words of a conversation: the same, and that it is over."""
    choices, place = _beside(wording, text, language)
    return Enclosure(choices=choices, place=place, over=True)


def _beside(wording: Wording, text: Text, language: str) -> tuple[tuple[Choice, ...], int]:
    """The choices that a text offers and the place in line that it tells (0: none)."""
    choices: dict[str, str] = {}
    place = 0
    if not wording.is_read:
        return (), place
    for words in _sentences(text):
        if not _has_more(words.phrase):
            continue
        place = _place(words) or place
        if words.phrase is phrases.PAGE_LINE:
            title = str(words.fields["title"])  # as the library wrote it
            choices[str(words.fields["number"])] = phrases.snippet(title, TITLE)
        if words.phrase is phrases.RATE:
            least = wording.render(phrases.CHOICE_RATE_LEAST(), language)
            most = wording.render(phrases.CHOICE_RATE_MOST(), language)
            choices |= {"1": least, "2": "2", "3": "3", "4": "4", "5": most}
        for word, label in _offered(words.phrase):
            choices[wording.render(Word(word), language)] = wording.render(label(), language)
    return tuple(Choice(*each) for each in choices.items()), place


def _sentences(text: object) -> list[Words]:
    """Every sentence in a text, the sentences within it after it."""
    if isinstance(text, Words):
        found = [text]
        for field in text.fields.values():
            if isinstance(field, Words | Lines):
                found += _sentences(field)
        return found
    return [each for item in text.items for each in _sentences(item)] if type(text) is Lines else []


@lru_cache(maxsize=1024)
def _has_more(phrase: Phrase) -> bool:
    """Whether anything goes with a sentence: of most nothing does."""
    return phrase in _WITH_MORE or bool(_offered(phrase))


def _place(words: Words) -> int:
    if words.phrase is phrases.PLACE_NEXT:
        return 1
    place = words.fields.get("place") if words.phrase is phrases.PLACE else None
    return place if isinstance(place, int) else 0


@lru_cache(maxsize=1024)
def _offered(phrase: Phrase) -> tuple[tuple[str, Phrase], ...]:
    """By command: what its button says."""
    own = OFFERS.get(phrase)
    if own is not None:
        return tuple(own.items())
    named = dict.fromkeys(_GAP.findall(phrase.text))
    labels = ((word, PHRASES.get(CHOICE_PREFIX + word)) for word in named)
    return tuple((word, label) for word, label in labels if label is not None)
