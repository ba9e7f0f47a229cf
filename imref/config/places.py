"""YAML with its lines: the data of a file, and where each key stands in it."""

from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from imref.config.problems import Key

MERGE = "tag:yaml.org,2002:merge"
TEXT = "tag:yaml.org,2002:str"


class Loader(yaml.SafeLoader):
    """YAML 1.1 without its dates, which no key of ours holds."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - declared by PyYAML
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """The text is not YAML, or not a kind that a config can be; ``line`` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        self.text = text
        super().__init__(text)


class Places:
    """Where keys stand: ``line(key)`` is the nearest line that exists for a key."""

    def __init__(self) -> None:
        self.lines: dict[Key, int] = {}
        self.repeated: list[tuple[Key, int, int]] = []

    def line(self, key: Key) -> int:
        """The line of ``key``; of the section it is missing from when it is not there."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


def parse(text: str) -> tuple[object, Places]:
    """The data of a YAML text and the places of its keys. Raises Unreadable."""
    try:
        loader = Loader(text)
    except yaml.YAMLError as error:
        raise Unreadable(0, "is not YAML: there are control characters in it") from error
    try:
        root = loader.get_single_node()
        if root is None:
            return None, Places()
        places = Places()
        _walk(root, (), places, frozenset())
        return loader.construct_document(root), places
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + 1 if mark else 0, _plainly(error)) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        # PyYAML lets these through for an explicit tag that does not fit (``!!bool maybe``).
        raise Unreadable(
            0, "has a value that does not fit its tag, or is nested too deep"
        ) from error
    finally:
        loader.dispose()


def _plainly(error: yaml.MarkedYAMLError) -> str:
    """PyYAML's complaint without its excerpt of the file, which may show the secret."""
    problem = error.problem or "it cannot be read"
    if "'\\t'" in problem:
        return "is not YAML: there is a tab; indent with spaces"
    context = f" {error.context}" if error.context else ""
    return f"is not YAML: {problem}{context}"


def _walk(node: Node, key: Key, places: Places, above: frozenset[int]) -> None:
    if id(node) in above:
        raise Unreadable(node.start_mark.line + 1, "an alias (*) points at what it is part of")
    above |= {id(node)}
    places.lines.setdefault(key, node.start_mark.line + 1)
    if isinstance(node, SequenceNode):
        for position, item in enumerate(node.value):
            _walk(item, (*key, str(position)), places, above)
    elif isinstance(node, MappingNode):
        _walk_mapping(node, key, places, above)


def _walk_mapping(node: MappingNode, key: Key, places: Places, above: frozenset[int]) -> None:
    own: dict[str, int] = {}
    for name_node, value in node.value:
        if name_node.tag == MERGE:
            continue
        name, line = str(name_node.value), name_node.start_mark.line + 1
        if isinstance(name_node, ScalarNode):
            name_node.tag = TEXT  # a librarian may be called "no", which YAML 1.1 takes for false
        if name in own:
            places.repeated.append(((*key, name), line, own[name]))
        own[name] = line
        places.lines[*key, name] = line
        _walk(value, (*key, name), places, above)
    for merged in _merged(node):
        _walk_merged(merged, key, places, above)


def _merged(node: MappingNode) -> Iterator[Node]:
    for name_node, value in node.value:
        if name_node.tag == MERGE:
            yield from value.value if isinstance(value, SequenceNode) else [value]


def _walk_merged(node: Node, key: Key, places: Places, above: frozenset[int]) -> None:
    """Keys that come by ``<<`` stand where they were written; a mapping's own keys win."""
    borrowed = Places()
    _walk(node, key, borrowed, above)
    for place, line in borrowed.lines.items():
        places.lines.setdefault(place, line)
