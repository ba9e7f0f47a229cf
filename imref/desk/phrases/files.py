"""What people are told of files, those who send them and those who get them."""

from imref.desk.phrases.registry import phrase

FILE_FROM = phrase(
    "file_from",
    "{name} sent {what} ({size}): {text}",
    "To whoever gets a file; {text} is the link, and what was written beside it.",
)
FILE_FROM_THEM = phrase(
    "file_from_them",
    "They sent {what} ({size}): {text}",
    "To staff, from the alias: a patron who has not said their name sent a file.",
)
FILE_CAME_THROUGH = phrase(
    "file_came_through",
    "Your file has come through: {what} ({size}).",
    "To whoever sent a file, when it was brought over.",
)
FILE_PICTURE = phrase("file_picture", "a picture", "A kind of file, within other sentences.")
FILE_SOUND = phrase("file_sound", "a recording", "A kind of file, within other sentences.")
FILE_FILM = phrase("file_film", "a film", "A kind of file, within other sentences.")
FILE_TEXT = phrase("file_text", "a text file", "A kind of file, within other sentences.")
FILE_PDF = phrase("file_pdf", "a PDF", "A kind of file, within other sentences.")
FILE_OTHER = phrase("file_other", "a file", "A kind of file, within other sentences.")
FILE_KILOBYTES = phrase("file_kilobytes", "{count} KB", "The size of a file below one megabyte.")
FILE_MEGABYTES = phrase(
    "file_megabytes",
    "{whole}.{tenth} MB",
    "The size of a file from one megabyte on; between the gaps stands the decimal sign.",
)
FILE_NOT_FETCHED = phrase(
    "file_not_fetched",
    "This file could not be fetched, so it was not passed on. Please try again or send a link.",
    "To whoever sent a file that did not come, or did not come in time.",
)
FILE_TOO_LARGE = phrase(
    "file_too_large",
    "This file is larger than {size}, so it was not passed on. Please send a smaller one, or write "
    "where it can be found.",
    "To whoever sent a file that is over the limit.",
)
FILE_OF_OTHER_KIND = phrase(
    "file_of_other_kind",
    "Files of this kind are not passed on here. Please send a picture or a PDF of it, or tell us "
    "in words what it is.",
    "To whoever sent a file of a type that is not agreed on, or that is not what it says it is.",
)
FILE_NOT_STORED = phrase(
    "file_not_stored",
    "Our server could not take this file just now, so it was not passed on. Please try again "
    "later, or tell us in words what it is.",
    "To whoever sent a file, when the library's own server did not take it.",
)
FILE_ENCRYPTED = phrase(
    "file_encrypted",
    "This file was encrypted, so nobody here could open it. Please turn encryption off for this "
    "contact (in most clients: the lock beside the text field) and send it again.",
    "To whoever sent an encrypted file.",
)
FILES_NOT_TAKEN = phrase(
    "files_not_taken",
    "Files cannot be passed on here. Please tell us in words what it is, or write where it can be "
    "found.",
    "To whoever sent a file where files are refused.",
)
FILES_AT_ONCE = phrase(
    "files_at_once",
    "Please send this file again once the ones before it have come through.",
    "To whoever sends many files at once.",
)
