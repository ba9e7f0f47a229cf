"""What is wrong with a config, said in the words of the person who wrote it."""

import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from imref.config.kinds import DURATION, spell_duration

Key = tuple[str, ...]
"""The way to a place in the file: ``("desks", "ask", "tiers", "0", "1")``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or (``warning``) only unwise. ``line`` is 0 where none is meant."""

    path: str
    line: int
    key: Key
    text: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        parts = (place, "warning" if self.warning else "", ".".join(self.key), self.text)
        return ": ".join(part for part in parts if part)


class ConfigErrors(Exception):  # noqa: N818 - there are usually several
    """A config cannot be used; ``problems`` has every reason, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean "tiers"?`` when something known is close, otherwise nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def key_of(error: ErrorDetails) -> Key:
    """The key that an error of pydantic is about."""
    return tuple(str(part) for part in error["loc"] if part != "[key]")


def explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """An error of pydantic in plain words, without ever repeating the value of a secret."""
    key, context = key_of(error), error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"is missing: {_description(model, key)}"
        case "extra_forbidden":
            return _unknown_key(model, key)
        case "value_error":
            return str(context["error"])
        case "string_type":
            return _expected("text", error) + "; put it in quotes"
        case "int_type" | "int_parsing" | "int_from_float":
            return _expected("a whole number", error)
        case "float_type" | "float_parsing":
            return _expected("a number", error)
        case "enum":
            return _one_of(str(context["expected"]), error["input"])
        case "model_type" | "model_attributes_type" | "dict_type":
            return _expected("a section of keys and values", error)
        case "list_type" | "frozen_set_type":
            return _expected("a list", error)
        case "path_type":
            return _expected("a path", error)
        case "greater_than_equal":
            return f"must be at least {_amount(model, key, context['ge'])}"
        case "less_than_equal":
            return f"must be at most {_amount(model, key, context['le'])}"
        case "greater_than":
            return f"must be more than {_amount(model, key, context['gt'])}"
        case "too_short" | "string_too_short":
            return "must not be empty"
    return error["msg"][:1].lower() + error["msg"][1:]


def _expected(what: str, error: ErrorDetails) -> str:
    return f"must be {what}, not {_kind(error['input'])}"


def _kind(value: object) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "yes/no"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
        case dict():
            return "a section"
    return type(value).__name__


def _one_of(expected: str, value: object) -> str:
    """``expected`` is pydantic's own list: ``'text' or 'json'``."""
    choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
    return f"must be one of {', '.join(choices)}{nearest(str(value), choices)}"


def _unknown_key(model: type[BaseModel], key: Key) -> str:
    section = _section_at(model, key[:-1])
    known = list(section.model_fields) if section else []
    return "there is no such key" + (nearest(key[-1], known) or f"; known are {', '.join(known)}")


def _description(model: type[BaseModel], key: Key) -> str:
    """The first sentence of the explanation of ``key``."""
    field = _field_at(model, key)
    return (field.description or "").partition(". ")[0].rstrip(".") if field else ""


def _amount(model: type[BaseModel], key: Key, number: float) -> str:
    field = _field_at(model, key)
    is_duration = field is not None and DURATION in field.metadata
    return spell_duration(number) if is_duration else f"{number:g}"


def _field_at(model: type[BaseModel], key: Key) -> FieldInfo | None:
    section = _section_at(model, key[:-1])
    return section.model_fields.get(key[-1]) if section else None


def _given(annotation: object) -> object:
    """``Section`` of ``Section | None``."""
    if isinstance(annotation, types.UnionType):
        return next(kind for kind in typing.get_args(annotation) if kind is not types.NoneType)
    return annotation


def _section_at(model: type[BaseModel], key: Key) -> type[BaseModel] | None:
    """The model that describes the section at ``key``."""
    here: object = model
    for part in key:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(part)
            here = _given(field.annotation) if field else None
        elif typing.get_origin(here) is dict:
            here = typing.get_args(here)[1]
        elif isinstance(here, types.GenericAlias):
            here = typing.get_args(here)[0]
        else:
            return None
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None
