"""What the chat window on the library's web page says; the window itself fills the gaps."""

from imref.desk.phrases.registry import phrase

# The button on the page, and the head of the window.

WEB_OPEN = phrase("web_open", "Open", "On the web page, beside the button: the desk is open.")
WEB_BUSY = phrase("web_busy", "Open, busy now", "The same: all who are on duty are with somebody.")
WEB_CLOSED = phrase("web_closed", "Closed now", "The same: the desk is closed.")
WEB_UNSTAFFED = phrase(
    "web_unstaffed", "Nobody here just now", "The same: the desk is open and nobody is on duty."
)
WEB_UNREAD = phrase(
    "web_unread", "New messages: {count}", "On the web page, while the window is closed."
)
WEB_HIDE = phrase(
    "web_hide",
    "Close this window; the conversation stays",
    "The button that closes the window. The conversation goes on.",
)
WEB_WITH = phrase("web_with", "You are talking with {name}", "In the head of the window.")
WEB_PLACE_FIRST = phrase("web_place_first", "You are first in line", "In the head of the window.")
WEB_PLACE = phrase("web_place", "You are number {place} in line", "In the head of the window.")

# Before the first message.

WEB_WELCOME = phrase(
    "web_welcome",
    "What would you like to know? A librarian answers in this window.",
    "In the window, before the first message, while the desk is open.",
)
WEB_WELCOME_CLOSED = phrase(
    "web_welcome_closed",
    "Ask all the same: we keep your question, and a librarian answers it when we are open. "
    "The answer comes here.",
    "In the window, before the first message, while the desk is closed.",
)
WEB_WELCOME_UNSTAFFED = phrase(
    "web_welcome_unstaffed",
    "Ask all the same: we keep your question, and the first librarian who comes answers it. "
    "The answer comes here.",
    "In the window, before the first message, when the desk is open and nobody is on duty.",
)
WEB_QUESTION = phrase("web_question", "Your question", "In the window: above the question.")
WEB_ASK = phrase("web_ask", "Send the question", "In the window: the button below the question.")
WEB_DETAILS = phrase(
    "web_details",
    "Leave a name or e-mail, if you like",
    "In the window: what unfolds the two fields that nobody has to fill in.",
)
WEB_NAME = phrase("web_name", "Name", "In the window: above the name. Any name will do.")
WEB_NAME_HINT = phrase(
    "web_name_hint", "What shall we call you?", "In the window: below the field for the name."
)
WEB_EMAIL = phrase("web_email", "E-mail address", "In the window: above the e-mail address.")
WEB_EMAIL_HINT = phrase(
    "web_email_hint",
    "Only used if you are gone when the answer comes.",
    "In the window: below the field for the e-mail address.",
)
WEB_EMAIL_WRONG = phrase(
    "web_email_wrong",
    "This does not look like an e-mail address.",
    "In the window: below an e-mail address that cannot be one.",
)
WEB_ABOUT = phrase(
    "web_about", "What we keep, and for how long", "In the window: the link to what is kept."
)

# The conversation.

WEB_LOG = phrase("web_log", "Conversation", "For screen readers: what the list of messages is.")
WEB_YOU = phrase("web_you", "You", "In the window: who wrote, before the patron's own messages.")
WEB_MESSAGE = phrase("web_message", "Write a message", "In the window: the field for a message.")
WEB_SEND = phrase("web_send", "Send", "In the window: the button that sends a message.")
WEB_TYPING = phrase("web_typing", "{name} is writing…", "In the window, while a librarian writes.")
WEB_TYPING_SOMEBODY = phrase(
    "web_typing_somebody", "Somebody is writing…", "The same, when no name is known."
)
WEB_SENDING = phrase("web_sending", "On its way", "For screen readers: a message is being sent.")
WEB_SENT = phrase("web_sent", "Sent", "For screen readers: a message has left the window.")
WEB_KEPT = phrase("web_kept", "The library has it", "For screen readers: a message is kept.")
WEB_READ = phrase("web_read", "Read", "For screen readers: a librarian has seen the message.")
WEB_FAILED = phrase("web_failed", "Not sent", "In the window: a message could not be sent.")
WEB_CORRECTED = phrase("web_corrected", "changed", "Below a message that its writer corrected.")
WEB_RETRACTED = phrase(
    "web_retracted", "This message was taken back.", "In place of a message that was taken back."
)
WEB_REACTIONS = phrase(
    "web_reactions", "Reactions: {reactions}", "For screen readers: emoji below a message."
)
WEB_CHOICES = phrase(
    "web_choices", "Answers to choose from", "For screen readers: what the buttons below are."
)
WEB_EDIT = phrase("web_edit", "Change your last message", "In the window: a button, and a title.")
WEB_SAVE = phrase("web_save", "Save the change", "In the window: the button that sends a change.")
WEB_CANCEL = phrase("web_cancel", "Cancel", "In the window: leaves something as it was.")
WEB_LATEST = phrase("web_latest", "To the newest message", "In the window: scrolls to the end.")
WEB_LEFT = phrase(
    "web_left", "Characters left: {count}", "Below a long message, shortly before its limit."
)
WEB_LONG = phrase(
    "web_long",
    "This is too long by {count}. Please send it in two messages.",
    "Below a message that is longer than can be sent; {count} is a number of characters.",
)

# Files.

WEB_ATTACH = phrase("web_attach", "Send a file", "In the window: the button that chooses a file.")
WEB_DROP = phrase("web_drop", "Let go to send the file", "In the window, while a file hovers.")
WEB_FILE_LARGE = phrase(
    "web_file_large",
    "{name} is too large; files may have up to {size}.",
    "In the window, when a file is larger than the library takes.",
)
WEB_UPLOADING = phrase(
    "web_uploading", "Sending {name}", "For screen readers: the bar that shows how far a file is."
)

# When the line is not there.

WEB_CONNECTING = phrase("web_connecting", "Connecting…", "In the window, for a moment.")
WEB_LOST = phrase(
    "web_lost",
    "The connection is interrupted. We are back in a moment; nothing is lost.",
    "In the window, while the network is away.",
)
WEB_REFUSED = phrase(
    "web_refused",
    "We cannot take a new conversation from here just now. Please try again in a minute; "
    "what you have written stays here.",
    "In the window, when the server wants no more conversations for a while.",
)
WEB_AGAIN = phrase("web_again", "Try again", "In the window: the button below a failure.")

# The menu.

WEB_MENU = phrase("web_menu", "More", "For screen readers: the button that opens the menu.")
WEB_TRANSCRIPT = phrase(
    "web_transcript", "Send me the transcript", "In the menu of the window: writes transcript."
)
WEB_END = phrase("web_end", "End the conversation", "In the menu of the window: writes bye.")
WEB_FORGET = phrase("web_forget", "Forget me", "In the menu of the window: writes forget me.")
WEB_FORGET_SURE = phrase(
    "web_forget_sure",
    "Forget this conversation? It is deleted here and at the library, and an open question is "
    "withdrawn. This cannot be undone.",
    "In the window, before somebody is forgotten.",
)
WEB_FORGET_FAILED = phrase(
    "web_forget_failed",
    "The library cannot be reached just now, so nothing is forgotten yet. "
    "Please try again in a moment.",
    "In the window, when the library did not answer.",
)
WEB_FORGOTTEN = phrase(
    "web_forgotten", "You are forgotten. Ask again at any time.", "In the window, afterwards."
)
