"""Taking somebody's words out of a text that repeats them: a summary, a quotation, a mail."""

from typing import Final

GONE: Final = "…"
"""What stands where the words were; it is the same in every language."""

CUTS: Final = (60, 200)
"""Characters at which we cut what we repeat of a line, see `phrases.snippet`."""


def without(text: str, words: str) -> str:
    """The text with every line of ``words`` left out, also where we had cut or flattened it."""
    for form in sorted(_forms(words), key=len, reverse=True):
        text = text.replace(form, GONE)
    return text


def _forms(words: str) -> set[str]:
    lines = {line.strip() for line in (*words.splitlines(), " ".join(words.split()))}
    flat = {" ".join(line.split()) for line in lines}
    cut = {line[: most - 1].rstrip() for line in flat for most in CUTS if len(line) > most}
    return {form for form in lines | flat | cut if form}
