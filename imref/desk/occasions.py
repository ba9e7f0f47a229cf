"""What is done when an occasion on the agenda comes: a rule for each name."""

from collections.abc import Callable

from imref.desk.room import Room

Rule = Callable[[Room, str], None]

RULES: dict[str, Rule] = {}
"""By the name of an occasion: what to do when it comes, with the key it was entered under."""


def when_due(what: str) -> Callable[[Rule], Rule]:
    """Register a rule for the occasions called ``what``."""

    def register(rule: Rule) -> Rule:
        if what in RULES:
            raise ValueError(f"two rules are for {what!r}")
        RULES[what] = rule
        return rule

    return register
