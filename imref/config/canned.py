"""Canned answers in the config: their keywords are what librarians can type."""

from typing import Annotated

from pydantic import AfterValidator, Field

from imref.desk.colleagues.canned import KEYWORD


def check_keyword(text: str) -> str:
    """The text as a keyword of a canned answer, in lower case."""
    keyword = text.lower()
    if not KEYWORD.fullmatch(keyword):
        raise ValueError(f'"{text}" is no keyword: one word, such as hours or hours.de')
    return keyword


Keyword = Annotated[str, AfterValidator(check_keyword)]
CannedAnswers = dict[Keyword, Annotated[str, Field(min_length=1, max_length=10_000)]]
