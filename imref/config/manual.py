"""The config explained: the sample file and the reference page, both made from the model."""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from textwrap import wrap

import yaml
from pydantic.fields import FieldInfo

from imref.config.kinds import DURATION, SUGGESTION, Unit, spell_duration
from imref.config.model import Config
from imref.config.section import Section

WIDTH = 80
UNBROKEN = "\N{NO-BREAK SPACE}"
EXAMPLE_HEAD = """\
The configuration of imref: every key with its explanation. A key with a default
may be left out, and so may a section whose keys all have one.

`imref config example` prints this file; `imref check -c FILE` says what is wrong
with one, with line and key. A running imref reads its file again on SIGHUP; a
change of component or database needs a restart.
"""
REFERENCE_HEAD = """\
# Configuration

Every key of the config file. `imref config example` prints a file to start from, and
`imref check -c FILE` says what is wrong with one, with line and key. Durations are seconds, or
carry a unit: `20 s`, `4 min`, `1 h 30 min`. A running imref reads its file again on SIGHUP; a
change of `component` or `database` needs a restart.
"""


@dataclass(frozen=True, slots=True)
class Key:
    """One key as people are told about it. ``shown`` is its line in the sample file."""

    name: str
    text: str
    default: str
    shown: str

    @property
    def explained(self) -> str:
        """The text, with the default at its end."""
        whole = len(self.default) <= WIDTH // 2
        default = self.default.replace(" ", UNBROKEN) if whole else self.default
        ending = "Required." if default == "required" else f"Default: {default}."
        return f"{self.text} {ending if default else ''}"


def example() -> str:
    """The text of ``config.example.yaml``: a file that imref accepts as it is."""
    lines = [*_comment(EXAMPLE_HEAD, 0)]
    for name, field in Config.model_fields.items():
        section = _section_of(field)
        lines.append("")
        if section is None:
            lines += _lines({name: field}, 0)
            continue
        lines += [*_comment(field.description or "", 0), f"{name}:"]
        lines += _entries(section, field) if _is_table(field) else _lines(section.model_fields, 2)
    return "\n".join(lines) + "\n"


def reference() -> str:
    """The text of ``docs/config.md``: one table a section."""
    fields = Config.model_fields.items()
    parts = [
        REFERENCE_HEAD,
        _table({name: field for name, field in fields if not _section_of(field)}),
    ]
    for name, field in fields:
        if section := _section_of(field):
            heading = f"{name}.NAME" if _is_table(field) else name
            parts += _chapter(heading, field.description, section)
            for inner_name, inner_field in section.model_fields.items():
                if inner := _inner_section(inner_field):
                    text = inner_field.description
                    parts += _chapter(f"{heading}.{inner_name}", text, inner)
        elif inner := _inner_section(field):
            parts += _chapter(name, inner.__doc__, inner)
    return "\n".join(parts)


def _chapter(heading: str, description: str | None, section: type[Section]) -> list[str]:
    text = cleandoc(description or "")
    return [f"## {heading}\n\n{text}\n", _table(section.model_fields)]


def _describe(name: str, field: FieldInfo) -> Key:
    default = field.get_default(call_default_factory=True)
    shown = default if default is not None and not field.is_required() else None
    suggested = SUGGESTION in field.metadata
    if shown is None or suggested:
        shown = field.examples[0] if field.examples else None
    return Key(
        name=name,
        text=cleandoc(field.description or ""),
        default="required" if field.is_required() else _with_unit(field, default),
        shown=_suggestion(name, shown) if suggested else _line(name, field, shown),
    )


def _line(name: str, field: FieldInfo, value: object) -> str:
    if value is None:
        return f"# {name}:"
    written = _written(field, value)
    if isinstance(value, list) and len(written) > WIDTH:
        written = _flow(value, WIDTH - 10)
    return f"{name}: {written}"


def _suggestion(name: str, value: object) -> str:
    """A key with its example as a comment, spread over lines as people write it."""
    text = yaml.safe_dump({name: value}, sort_keys=False, allow_unicode=True, width=1000)
    return "\n".join(f"# {line}" for line in text.splitlines())


def _with_unit(field: FieldInfo, default: object) -> str:
    units = [each.name for each in field.metadata if isinstance(each, Unit) and each != DURATION]
    unit = f" ({units[0]})" if units else ""
    return "" if default is None else _written(field, default) + unit


def _written(field: FieldInfo, value: object) -> str:
    """A value as it would stand in the file, in one line."""
    if DURATION in field.metadata and isinstance(value, float):
        return spell_duration(value)
    return _flow(value)


def _flow(value: object, width: int = 1000) -> str:
    text = yaml.safe_dump(
        _plain(value),
        default_flow_style=True,
        sort_keys=False,
        allow_unicode=True,
        width=width,
    )
    return text.strip().removesuffix("...").strip()


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Path():
            return str(value)
        case float() if value.is_integer():
            return int(value)
        case frozenset():
            return sorted(str(each) for each in value)
        case dict():
            return {name: _plain(each) for name, each in value.items()}
    return value


def _lines(fields: Mapping[str, FieldInfo], indent: int) -> Iterator[str]:
    for name, field in fields.items():
        key = _describe(name, field)
        yield from _comment(key.explained, indent)
        if inner := _inner_section(field):
            for each in (_describe(*item) for item in inner.model_fields.items()):
                yield from _comment(f"- {each.name}: {each.explained}", indent)
        for line in key.shown.splitlines():
            yield " " * indent + line


def _entries(section: type[Section], field: FieldInfo) -> Iterator[str]:
    """The sample entries of desks or staff: the first in full, the others in one line."""
    for name, values in (field.examples or [{}])[0].items():
        if values:
            yield f"  {name}: {_flow(values)}"
        else:
            yield f"  {name}:"
            yield from _lines(section.model_fields, 4)


def _table(fields: Mapping[str, FieldInfo]) -> str:
    lines = ["| key | default | what it says |", "|---|---|---|"]
    for name, field in fields.items():
        key = _describe(name, field)
        default = key.default if key.default in ("", "required") else f"`{key.default}`"
        lines.append(f"| `{name}` | {default or 'none'} | {key.text} |")
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: int) -> Iterator[str]:
    margin = " " * indent + "#"
    for number, paragraph in enumerate(cleandoc(text).split("\n\n")):
        if number:
            yield margin
        room, hang = WIDTH - len(margin) - 1, "  " if paragraph.startswith("- ") else ""
        for line in wrap(
            paragraph, room, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
        ):
            yield f"{margin} {line.replace(UNBROKEN, ' ')}"


def _is_table(field: FieldInfo) -> bool:
    """Whether the section holds entries that people name: desks, staff."""
    return typing.get_origin(field.annotation) is dict


def _inner_section(field: FieldInfo) -> type[Section] | None:
    """The section inside a section that is explained at this key, alone or in a list."""
    for kind in typing.get_args(field.annotation):
        for part in (kind, *typing.get_args(kind)):
            if isinstance(part, type) and issubclass(part, Section):
                return None if part in map(_section_of, Config.model_fields.values()) else part
    return None


def _section_of(field: FieldInfo) -> type[Section] | None:
    kind = typing.get_args(field.annotation)[1] if _is_table(field) else field.annotation
    return kind if isinstance(kind, type) and issubclass(kind, Section) else None
