"""What stands on the buttons under the desk's own words, where a page makes some of them."""

from imref.desk.phrases.registry import phrase

CHOICE_PREFIX = "choice_"
"""Begins the key of a phrase that stands on the button for a patron's command, by its name."""

_ON_A_BUTTON = "On a button, on the web page: it writes {} for the patron."


def _button(word: str, text: str, key: str = "") -> None:
    phrase(f"{CHOICE_PREFIX}{key or word}", text, _ON_A_BUTTON.format(word))


_button("bye", "I no longer need it")
_button("cancel", "Take it back")
_button("colleague", "Somebody else, please")
_button("email", "Leave an e-mail address")
_button("keep", "Leave the question")
_button("no", "No")
_button("sooner", "I need it sooner")
_button("wait", "Wait here")
_button("yes", "Yes")
CHOICE_THAT_IS_ALL = phrase(
    f"{CHOICE_PREFIX}that_is_all", "No, that is all", _ON_A_BUTTON.format("bye")
)
CHOICE_KEEP_ON = phrase(f"{CHOICE_PREFIX}keep_on", "Keep it", _ON_A_BUTTON.format("keep"))
CHOICE_ANSWERED = phrase(
    f"{CHOICE_PREFIX}answered", "Yes, that is it", _ON_A_BUTTON.format("yes, below a help page,")
)
CHOICE_NOT_ANSWERED = phrase(
    f"{CHOICE_PREFIX}not_answered", "No, keep my question", _ON_A_BUTTON.format("no, there,")
)
CHOICE_FORGET = phrase(
    f"{CHOICE_PREFIX}forget", "Yes, forget me", _ON_A_BUTTON.format("yes, after forget me,")
)
CHOICE_SEND_ON = phrase(
    f"{CHOICE_PREFIX}send_on", "Send it now", _ON_A_BUTTON.format("yes, before a partner has it,")
)
CHOICE_KEEP_HERE = phrase(
    f"{CHOICE_PREFIX}keep_here", "Keep it for you", _ON_A_BUTTON.format("no, there,")
)
