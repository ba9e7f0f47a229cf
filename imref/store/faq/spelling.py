"""Which known word somebody may have meant: one slip of the finger is forgiven.

The index holds every known word with each of its letters left out, so that a look-up costs as many
steps as the word has letters (W. Garbe, "SymSpell", 2012).
"""

from collections import Counter
from collections.abc import Iterable, Iterator

SHORTEST = 5
"""Letters: in shorter words one letter more or less is too often another word."""


class Spelling:
    """The words of the help pages, found also when they are misspelt."""

    def __init__(self, words: Iterable[str]) -> None:
        self._counts = Counter(words)
        self._near: dict[str, set[str]] = {}
        for word in self._counts:
            if len(word) >= SHORTEST - 1:
                for key in _shortened(word):
                    self._near.setdefault(key, set()).add(word)

    def meant(self, word: str) -> str:
        """``word`` if it is known, else the most frequent one that is one slip away, else "".

        A slip is a letter more, less, or other than meant, or two in the wrong order.
        """
        if word in self._counts:
            return word
        if len(word) < SHORTEST or not word.isalpha():
            return ""
        near = {known for key in _shortened(word) for known in self._near.get(key, ())}
        able = sorted(known for known in near if _one_slip(word, known))
        return max(able, key=self._counts.__getitem__, default="")


def _shortened(word: str) -> Iterator[str]:
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]


def _one_slip(word: str, known: str) -> bool:
    """Whether two words differ by one slip; the first letter is nearly always right."""
    if word[0] != known[0]:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), len(known)
    )
    rest, meant = word[start:], known[start:]
    swapped = rest[:2] == meant[1::-1] and rest[2:] == meant[2:]
    return rest[1:] == meant or rest == meant[1:] or rest[1:] == meant[1:] or swapped
