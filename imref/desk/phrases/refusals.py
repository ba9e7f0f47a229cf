"""What stands in the error that a message is answered with when it cannot be taken."""

from imref.desk.phrases.registry import phrase

NO_ENCRYPTION = phrase(
    "no_encryption",
    "Your message was encrypted, so nobody here could read it. Please turn encryption off for "
    "this contact (in most clients: the lock beside the text field) and send it again.",
    "To anybody whose message came encrypted, once a session.",
)
NO_GROUPCHAT = phrase(
    "no_groupchat",
    "This address talks with one person at a time. Please write to it directly.",
    "In the stanza error to a group-chat message.",
)
TOO_LONG = phrase(
    "too_long",
    "This message is too long to pass on. Please send at most {limit} characters at a time.",
    "In the stanza error to a message over the bound.",
)
TOO_FAST = phrase(
    "too_fast",
    "That was faster than we can read. Please wait a moment and send it again.",
    "In the stanza error to a flood.",
)
TOO_MUCH_UNREAD = phrase(
    "too_much_unread",
    "We have {count} messages of yours, and nobody could read them yet. Please wait for a "
    "librarian before you write more, or write {word_cancel} to take everything back.",
    "In the stanza error to one more message of a patron who waits, over the bound.",
)
TOO_MANY = phrase(
    "too_many",
    "Very many new questions are coming in just now. Please wait a moment and send yours again.",
    "In the stanza error to a new question, when too many come from one server.",
)
STAFF_ONLY = phrase(
    "staff_only",
    "This address is for the library's staff. Please write to {desk} instead.",
    "In the stanza error to a stranger who writes to an alias.",
)
NO_SUCH_ADDRESS = phrase(
    "no_such_address",
    "There is no desk at this address. You can ask at {desk}.",
    "In the stanza error to a message for an unknown address.",
)
CHECKING = phrase(
    "checking",
    "We are checking this service just now. Please send your message again in a minute.",
    "In the stanza error (wait) while somebody runs imref check.",
)
CANNOT_KEEP = phrase(
    "cannot_keep",
    "We cannot keep messages at the moment, so this one was not taken. Please send it again soon.",
    "In the stanza error (wait) while the store is out of order.",
)
