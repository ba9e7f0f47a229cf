"""What staff's clients call a patron."""

from imref.desk import phrases
from imref.desk.model import Patron
from imref.desk.phrases import Words, snippet

LONGEST_NAME = 40
"""Characters of what patrons call themselves; a contact list shows no more."""


def name_of(patron: Patron) -> Words:
    """A patron's name for staff: with the number that commands take, whatever they call themselves.

    So nobody can pass for somebody else by calling themselves like a colleague.
    """
    if patron.name:
        name = snippet(patron.name, LONGEST_NAME)
        return phrases.PATRON_NAMED(name=name, number=patron.number)
    return phrases.PATRON_NUMBER(number=patron.number)
