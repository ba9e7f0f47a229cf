"""What the pages say that imref serves: the one to ask on, and the one about what is kept."""

from imref.desk.phrases.registry import phrase

# The page to ask on.

SITE_OTHER_DESKS = phrase("site_other_desks", "Our other desks", "On the web page, above links.")
SITE_LANGUAGES = phrase("site_languages", "Languages", "On the web page: names a list of links.")
SITE_PHONE = phrase(
    "site_phone", "Ask from your phone", "On the web page: opens the QR code of the page."
)
SITE_QR = phrase(
    "site_qr",
    "QR code of this page: {address}",
    "On the web page: what a screen reader says of the picture.",
)
SITE_JABBER = phrase(
    "site_jabber",
    "Or write to us with any Jabber client:",
    "On the web page, before the desk's public address.",
)
SITE_NO_SCRIPT = phrase(
    "site_no_script",
    "The chat window needs JavaScript, which is off in this browser.",
    "On the web page, where scripts are off.",
)
SITE_KEPT = phrase("site_kept", "What is kept of a conversation", "On the web page: a link.")

# What is kept.

KEPT_PAGE_TITLE = phrase(
    "kept_page_title", "What is kept, and how to be forgotten", "The title of that page."
)
KEPT_PAGE_BACK = phrase("kept_page_back", "Back to the desk", "On that page: a link.")
KEPT_PAGE_SHORT = phrase(
    "kept_page_short",
    "What you ask is nobody's business. You need no account and no name. What is kept so that we "
    "can answer you stands here.",
    "The first words on the page of what is kept.",
)
KEPT_PAGE_LIBRARY = phrase("kept_page_library", "At the library", "A heading on that page.")
KEPT_PAGE_LIBRARY_TEXT = phrase(
    "kept_page_library_text",
    "The library keeps what you write and what we answer, with the time, so that an answer can "
    "reach you also later. If you tell us a name or a mail address, these are kept with it. It "
    "stays until you ask to be forgotten.",
    "What the desk itself keeps, on the page of what is kept.",
)
KEPT_PAGE_STAFF = phrase("kept_page_staff", "Who reads it", "A heading on that page.")
KEPT_PAGE_STAFF_TEXT = phrase(
    "kept_page_staff_text",
    "Librarians see a number instead of your address, such as patron-1042, and a name only if you "
    "give one.",
    "Whom staff see, on the page of what is kept.",
)
KEPT_PAGE_SERVER = phrase("kept_page_server", "At the chat server", "A heading on that page.")
KEPT_PAGE_SERVER_TEXT = phrase(
    "kept_page_server_text",
    "The library's chat server keeps the messages of a guest for {days}, so that the conversation "
    "goes on after a reload. Then it removes them.",
    "What the XMPP server keeps, on the page of what is kept. {days} is a number of days.",
)
KEPT_PAGE_SERVER_NONE = phrase(
    "kept_page_server_none",
    "The library's chat server passes messages on and keeps none of them.",
    "The same, where guests have no archive.",
)
KEPT_PAGE_FILES = phrase(
    "kept_page_files",
    "Files that you send lie on a server, under an address that nobody can guess, and whoever has "
    "that address can open them. The server removes them by its own rules.",
    "What becomes of files, on the page of what is kept.",
)
KEPT_PAGE_BROWSER = phrase("kept_page_browser", "In your browser", "A heading on that page.")
KEPT_PAGE_BROWSER_TEXT = phrase(
    "kept_page_browser_text",
    "Your browser keeps a cookie with a random guest name for {days}. It brings you back to your "
    "conversation and is used for nothing else; nobody but the library gets it. What you have "
    "written stays there too until it has reached us.",
    "What the cookie is, on the page of what is kept. {days} is a number of days.",
)
KEPT_PAGE_OTHERS = phrase("kept_page_others", "On the way", "A heading on that page.")
KEPT_PAGE_OTHERS_TEXT = phrase(
    "kept_page_others_text",
    "The program that answers here writes no visitor's address and no words into its log. The "
    "library's web server may note, as web servers do, that somebody opened this page. If you "
    "write from a Jabber account of your own instead, its server keeps what its rules say.",
    "What others may keep, on the page of what is kept.",
)
KEPT_PAGE_FORGET = phrase("kept_page_forget", "How to be forgotten", "A heading on that page.")
KEPT_PAGE_FORGET_TEXT = phrase(
    "kept_page_forget_text",
    "Choose “{forget}” in the menu of the chat, or write “forget me” to the desk. What you wrote "
    "and were answered is deleted then, with your address, name and mail address; what is open or "
    "promised is withdrawn, and your browser gets a new guest name.",
    "How to be forgotten, on the page of what is kept. {forget} is what the menu says.",
)
KEPT_PAGE_FORGET_SERVER = phrase(
    "kept_page_forget_server",
    "What the chat server has stays there for {days} at most.",
    "At the end of the same.",
)
DAYS = phrase("days", "{count} day", "A length of time in days.", plural="{count} days")
