"""Markdown as plain text that a chat client shows well."""

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

BULLET = "• "
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def plain(markdown: str) -> str:
    """The text of a page: paragraphs apart by an empty line, lists and tables a line each.

    Bold and emphasis become ``*bold*`` and ``_emphasis_``, which people have read so in plain
    text for decades and clients may render (XEP-0393). A link shows its address.
    """
    return "\n\n".join(_blocks(SyntaxTreeNode(_MARKDOWN.parse(markdown)).children))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> list[str]:
    return [text for node in nodes if (text := _block(node))]


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "bullet_list":
            return "\n".join(_item(item, BULLET) for item in node.children)
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            return "\n".join(_item(each, f"{n}. ") for n, each in enumerate(node.children, first))
        case "table":
            return _table(node)
        case "fence" | "code_block":
            return node.content.rstrip("\n")
        case "blockquote":
            inner = "\n\n".join(_blocks(node.children))
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case "hr":
            return "---"
    return "".join(map(_inline, node.children))


def _item(node: SyntaxTreeNode, mark: str) -> str:
    lines = "\n".join(_blocks(node.children)).split("\n")
    indent = " " * len(mark)
    return mark + "\n".join([lines[0], *(indent + line for line in lines[1:])])


def _table(node: SyntaxTreeNode) -> str:
    """A row is a line, "Visitors: how many 5, how long 2 weeks": columns need a fixed width."""
    head, *bodies = node.children
    names = _cells(head.children[0])
    rows = (_cells(row) for body in bodies for row in body.children)
    return "\n".join(_row(names, cells) for cells in rows)


def _row(names: list[str], cells: list[str]) -> str:
    pairs = zip(names[1:], cells[1:], strict=False)
    rest = ", ".join(f"{name} {cell}".strip() for name, cell in pairs if cell)
    return f"{BULLET}{cells[0]}: {rest}" if rest else f"{BULLET}{cells[0]}"


def _cells(row: SyntaxTreeNode) -> list[str]:
    return ["".join(map(_inline, cell.children)) for cell in row.children]


def _inline(node: SyntaxTreeNode) -> str:
    inner = "".join(map(_inline, node.children))
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "strong":
            return f"*{inner}*"
        case "em":
            return f"_{inner}_"
        case "link":
            address = str(node.attrs.get("href", ""))
            return inner if inner == address.removeprefix("mailto:") else f"{inner} ({address})"
        case "image":
            return node.content or inner
    return inner
