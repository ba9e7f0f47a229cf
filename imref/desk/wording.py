"""In which language what is said to whom, and how the library itself puts it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Protocol

from imref.desk.moments import Style, clock, day_name, joined, lapse, moment
from imref.desk.phrases import (
    DATE_OF_YEAR,
    PHRASES,
    TIME_OF_DAY,
    WORD_PREFIX,
    Clock,
    DayName,
    Lapse,
    Lines,
    Listed,
    Phrase,
    Text,
    When,
    Word,
    Words,
)

ENGLISH: Final = "en"
"""The language of the originals."""

_WORD_GAP = re.compile(rf"{{({WORD_PREFIX}\w+)}}")
_PLAIN = (str, int, float)

LONGEST_COMMAND: Final = 30
"""Characters that a patron's command has at most; a longer message is a question."""


class Catalogue(Protocol):
    """The sentences of one language by context (the phrase's key); `gettext` has such objects."""

    def pgettext(self, context: str, message: str, /) -> str:
        """The translation of ``message``, or ``message`` where there is none."""

    def npgettext(self, context: str, one: str, many: str, number: int, /) -> str:
        """The form of the translation that goes with ``number``."""


class Voice:
    """One language as the library speaks it.

    ``own`` are the library's own texts by key, ``locale`` is Babel's name for the language.
    """

    __slots__ = ("_catalogue", "_own", "_style", "_texts", "locale")

    def __init__(self, locale: str, catalogue: Catalogue | None, own: Mapping[str, str]) -> None:
        self.locale = locale
        self._catalogue = catalogue
        self._own = own
        self._texts: dict[str, str] = {}
        self._style: Style | None = None

    def say(self, text: Text, now: float) -> str:
        """The text itself, at ``now`` (Unix seconds)."""
        if isinstance(text, Words):
            template = self._texts.get(text.phrase.key) or self._look_up(text)
            return template.format_map(self._filled(text, now))
        match text:
            case Lapse(seconds):
                return self.say(lapse(seconds), now)
            case When():
                return self.say(moment(text, now, self._written()), now)
            case Clock():
                return clock(text, self._written())
            case DayName():
                return day_name(text, self.locale)
            case Lines(items):
                return "\n".join(self.say(item, now) for item in items)
            case Word(command):
                return self.command(PHRASES[WORD_PREFIX + command])[0]
            case Listed(items):
                return joined([self.say(item, now) for item in items], text, self.locale)
            case _:
                return text

    def _filled(self, words: Words, now: float) -> dict[str, str | int | float]:
        return {
            name: value if isinstance(value, _PLAIN) else self.say(value, now)
            for name, value in words.fields.items()
        }

    def _look_up(self, words: Words) -> str:
        count = words.fields.get("count") if words.phrase.plural else None
        if isinstance(count, int) and words.phrase.key not in self._own:
            return self._plural(words.phrase, count)
        text = self._texts[words.phrase.key] = self._with_commands(self.text(words.phrase))
        return text

    def text(self, phrase: Phrase) -> str:
        """A phrase with its gaps, in the library's own words if it has some."""
        own = self._own.get(phrase.key)
        if own is not None or self._catalogue is None:
            return own or phrase.text
        return self._catalogue.pgettext(phrase.key, phrase.text)

    def template(self, phrase: Phrase) -> str:
        """The same with the words of commands filled in."""
        return self._with_commands(self.text(phrase))

    def _plural(self, phrase: Phrase, count: int) -> str:
        if self._catalogue is None:
            return self._with_commands(phrase.text if count == 1 else phrase.plural)
        text = self._catalogue.npgettext(phrase.key, phrase.text, phrase.plural, count)
        return self._with_commands(text)

    def _with_commands(self, text: str) -> str:
        """Fill each ``{word_bye}`` with what people write for that command in this language."""
        return _WORD_GAP.sub(lambda gap: self.command(PHRASES[gap[1]])[0], text)

    def command(self, phrase: Phrase) -> list[str]:
        """The words of a command out of its phrase; the first is the one that people are told."""
        return [word.strip() for word in self.text(phrase).split(",")]

    def _written(self) -> Style:
        if self._style is None:
            self._style = Style(self.locale, self.text(TIME_OF_DAY), self.text(DATE_OF_YEAR))
        return self._style


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a word means as a patron's command, and in which languages it does."""

    command: str
    languages: list[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages of the library.

    ``catalogues`` are those it can speak besides English, by language tag in lower case ("de",
    "pt-br"); ``own`` holds the library's own texts by language ("" is every language) and key;
    ``default`` is the tag of the language that it speaks when nobody has chosen another;
    ``doubted`` are those that it does not believe a message to be in because it is marked so.
    """

    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    default: str = ENGLISH
    doubted: frozenset[str] = frozenset()

    is_read: ClassVar[bool] = True
    """Whether anybody reads what it renders; if not, nothing need be put beside it either."""

    _voices: dict[str, Voice] = field(init=False, repr=False, compare=False, default_factory=dict)
    _commands: dict[str, "Spoken"] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _everywhere: dict[str, frozenset[str]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def render(self, text: Text, language: str = "", now: float = 0.0) -> str:
        """The text in ``language`` (one that `language` gave, or "": the library's own).

        ``now`` is the moment of saying, in Unix seconds: dates are told as seen from it.
        """
        if isinstance(text, str):
            return text
        voice = self._voices.get(language)
        return (voice or self._voice(language)).say(text, now)

    def template(self, phrase: Phrase, language: str) -> str:
        """A phrase with its gaps still open, for somebody else to fill."""
        return self._voice(language).template(phrase)

    def language(self, asked: str) -> str:
        """The best that there is for a language tag ("de-AT", RFC 5646); "" gives the library's."""
        tag = asked.lower().replace("_", "-")
        while tag:
            if tag == ENGLISH or tag in self.catalogues:
                return tag
            tag = tag.rpartition("-")[0]
        return self.language(self.default) if asked != self.default else ENGLISH

    def marked(self, tag: str) -> str:
        """What a message marked with this tag (`xml:lang`) is in; "" when that tells nothing."""
        language = self.language(tag) if tag else ""
        return "" if language in self.doubted else language

    def understand(self, body: str) -> str | None:
        """The patron's command that this whole message is, in any language; None if it is none."""
        spoken = self._spoken(body)
        return spoken.command if spoken else None

    def everywhere(self, phrase: Phrase) -> frozenset[str]:
        """The words, with commas between in a phrase, of all our languages together."""
        words = self._everywhere.get(phrase.key)
        if words is None:
            voices = [Voice(ENGLISH, None, {}), *map(self._voice, ("", *self.catalogues))]
            found = (word for voice in voices for word in voice.command(phrase))
            words = self._everywhere[phrase.key] = frozenset(map(_plain, found))
        return words

    def betrays(self, body: str, language: str) -> str:
        """The language that somebody reads who wrote this command, and whom we took for another.

        ``language`` is what we took them to read, "" where nothing told. "" is given when the
        words are of it too. The English ones are known to all: they tell something only of
        somebody of whom we know nothing.
        """
        spoken = self._spoken(body)
        if spoken is None or self.language(language) in spoken.languages:
            return ""
        betrayed = spoken.languages[0]
        return "" if language and betrayed == ENGLISH else betrayed

    def _spoken(self, body: str) -> "Spoken | None":
        if len(body) > LONGEST_COMMAND:
            return None
        if not self._commands:
            for language, command, word in self._command_words():
                known = self._commands.setdefault(word, Spoken(command, []))
                if known.command == command and language not in known.languages:
                    known.languages.append(language)
        return self._commands.get(_plain(body).lstrip("!/"))

    def _command_words(self) -> Iterator[tuple[str, str, str]]:
        """(language, command, word) of each; English and the library's own language go first."""
        named = [phrase for phrase in PHRASES.values() if phrase.key.startswith(WORD_PREFIX)]
        voices = [(ENGLISH, Voice(ENGLISH, None, {}))]  # whatever the library has made of it
        languages = (ENGLISH, self.language(""), *self.catalogues)
        voices += [(language, self._voice(language)) for language in languages]
        for language, voice in voices:
            for phrase in named:
                for word in voice.command(phrase):
                    yield language, phrase.key.removeprefix(WORD_PREFIX), _plain(word)

    def _voice(self, language: str) -> Voice:
        known = language and self.language(language)
        voice = self._voices.get(known)
        if voice is None:
            spoken = known or self.language("")
            own = {**self.own.get("", {}), **self.own.get(spoken, {})}
            voice = Voice(self._locale(spoken), self.catalogues.get(spoken), own)
            self._voices[known] = voice
        return voice

    def _locale(self, language: str) -> str:
        """Babel's name: with the region of the library, if it has one and this is its language."""
        home = self.default.lower().replace("_", "-")
        tag = home if home.startswith(f"{language}-") else language
        # "en" alone would be American: dates with the month first, a comma before "and".
        return "en_GB" if tag == ENGLISH else tag.replace("-", "_")


def _plain(word: str) -> str:
    """A word as it is compared: no capitals, and the apostrophe that keyboards have."""
    return word.strip().lower().replace("’", "'")
