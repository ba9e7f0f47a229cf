"""A config file in, a Config out, or every problem with its line and key."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from imref.config import rules
from imref.config.model import Config
from imref.config.places import Places, Unreadable, parse
from imref.config.problems import ConfigErrors, Key, Problem, explain, key_of
from imref.desk.night.faq import Page


def read(path: Path | str, *, secret: bool = True) -> Config:
    """The config in the file at ``path``, its secret filled in. Raises ConfigErrors.

    Without ``secret`` its file is left alone: it may be there for the service alone, and only
    while that runs.
    """
    config, problems = inspect(path, secret=secret)
    if config is None:
        raise ConfigErrors(problem for problem in problems if not problem.warning)
    return config


def inspect(path: Path | str, *, secret: bool = True) -> tuple[Config | None, list[Problem]]:
    """The config, or None where it cannot be used, and every problem in the order of the file.

    ``secret`` is whether its file is read, too.
    """
    file = Path(path)
    try:
        data, places = _load(file)
    except Unreadable as error:
        return None, [Problem(str(path), error.line, (), error.text)]
    config, errors = _validate(data, file, secret=secret)
    problems = [*_located(path, places, errors), *_repeated(path, places)]
    if config is None or problems:
        return None, sorted(problems, key=lambda problem: problem.line)
    try:
        config = config.with_pages(_pages(config, path, places))
    except ConfigErrors as errors:
        return None, errors.problems
    doubts = _located(path, places, rules.doubts(config, file, places), warning=True)
    return config, sorted(doubts, key=lambda problem: problem.line)


def _pages(config: Config, path: Path | str, places: Places) -> tuple[Page, ...]:
    """The help pages, if there are any. Raises ConfigErrors."""
    if config.faq is None:
        return ()
    if not config.faq.is_dir():
        problem = f"there is no folder {config.faq}"
        raise ConfigErrors([Problem(str(path), places.line(("faq",)), ("faq",), problem)])
    # Imported late: the parser of Markdown takes longer to import than the rest of the config.
    from imref.config.faq import read_faq

    return read_faq(config.faq)


def _load(file: Path) -> tuple[object, Places]:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "is not text in UTF-8") from error
    except OSError as error:
        raise Unreadable(0, f"cannot be read: {error.strerror}") from error
    data, places = parse(text)
    if data is None:
        raise Unreadable(0, "is empty; `imref config example` prints one to start from")
    return data, places


def _validate(
    data: object, file: Path, *, secret: bool
) -> tuple[Config | None, list[tuple[Key, str]]]:
    findings = list(rules.contradictions(data))
    try:
        config = Config.model_validate(data, context={"folder": file.parent, "secret": secret})
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [*((key_of(one), explain(one, Config)) for one in details), *findings]
    if findings:
        return None, findings
    if secret:
        config = config.model_copy(update={"component": config.component.with_secret()})
    return config, []


def _located(
    path: Path | str, places: Places, findings: Iterable[tuple[Key, str]], *, warning: bool = False
) -> Iterator[Problem]:
    for key, text in findings:
        yield Problem(str(path), places.line(key), key, text, warning)


def _repeated(path: Path | str, places: Places) -> Iterator[Problem]:
    for key, line, first in places.repeated:
        yield Problem(str(path), line, key, f"was given before, in line {first}")
