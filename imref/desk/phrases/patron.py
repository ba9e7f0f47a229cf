"""What a patron reads while they wait, are served and say good-bye."""

from imref.desk.phrases.registry import phrase

RECEIVED = phrase(
    "received",
    "Thank you, your question has reached {desk}. A librarian is being asked now. {place}",
    "To the patron, at once, when somebody is on duty. {place} is one of the place phrases.",
)
RECEIVED_BUSY = phrase(
    "received_busy",
    "Thank you, your question has reached {desk}. Everybody here is with somebody at the moment. "
    "{place}",
    "To the patron, at once, when all who are on duty have as many patrons as they can take.",
)
RECEIVED_NOBODY = phrase(
    "received_nobody",
    "Thank you, your question has reached {desk} and is kept. Nobody is at the desk just now; "
    "the first librarian who comes will see it. {place}",
    "To the patron, at once, when nobody who could answer is on duty.",
)
PLACE_NEXT = phrase("place_next", "You are first in line.", "To the patron: first in line.")
PLACE = phrase("place", "You are number {place} in line.", "To the patron: their place in line.")
STILL_LOOKING = phrase(
    "still_looking",
    "We are still looking for a librarian for you. {place} "
    "Write {word_bye} if you no longer need one.",
    "To a patron who has waited a while without a word.",
)
STILL_DEALT = phrase(
    "still_dealt",
    "{name} could not come to your question yet, so we are asking the others at the desk too. "
    "{place} Write {word_bye} if you no longer need an answer.",
    "To a patron who was told that {name} is looking at the question, and has heard nothing since.",
)
STILL_NOBODY = phrase(
    "still_nobody",
    "Nobody has come to the desk yet. {place} You can wait here; or write {word_keep} and "
    "close this window: your question stays with us and the answer comes here. "
    "Write {word_bye} to withdraw it.",
    "To a patron who has waited a while when nobody is on duty: the truth, and a choice.",
)
WAITS_ON = phrase(
    "waits_on",
    "Good. We go on looking for somebody. {place}",
    "To a patron who would rather wait than leave the question.",
)
JOINED = phrase("joined", "{name} is here for you now.", "To the patron, when somebody claims.")
BACK_WITH = phrase(
    "back_with",
    "Welcome back. You are with {name} again.",
    "To a patron who writes again soon after the close and meets the same librarian.",
)
PASSED_TO_DESK = phrase(
    "passed_to_desk",
    "{name} is passing you on to {desk}. Somebody there will answer in this window.",
    "To the patron, at a transfer to another desk.",
)
PASSED_TO_PERSON = phrase(
    "passed_to_person",
    "{name} is passing you on to {colleague}. Please stay here.",
    "To the patron, at a transfer to a colleague.",
)
OWNER_LOST = phrase(
    "owner_lost",
    "We cannot reach {name} at the moment and are looking for a colleague; "
    "nothing you wrote is lost.",
    "To the patron, when their librarian is not seen online, and was not for some time.",
)
OWNER_LEFT = phrase(
    "owner_left",
    "{name} is no longer at this desk. We are looking for a colleague; nothing you wrote is lost.",
    "To the patron, when their librarian is no longer on the staff list.",
)
OWNER_SILENT = phrase(
    "owner_silent",
    "{name} could not answer yet. We are looking for a colleague.",
    "To the patron, when somebody took the question and said nothing.",
)
CLOSED_BY_STAFF = phrase(
    "closed_by_staff",
    "{name} has ended the conversation. If something is missing, just write again.",
    "To the patron, at !close.",
)
CLOSED_BY_PATRON = phrase(
    "closed_by_patron",
    "Good-bye, and thank you for asking. Write again at any time.",
    "To the patron, after bye.",
)
IDLE_REMINDER = phrase(
    "idle_reminder",
    "Is there anything else? {name} is still here; without a word from you "
    "this conversation ends in a few minutes.",
    "To a patron who has been silent for some minutes.",
)
CLOSED_LEFT = phrase(
    "closed_left",
    "You had left before anybody could answer, so your place went to the next. We are sorry; just "
    "write again.",
    "To a patron who went away while they waited and did not come back for some minutes.",
)
CLOSED_IDLE = phrase(
    "closed_idle",
    "We are ending this conversation for now. Just write again, and we go on where we were.",
    "To a patron who stayed silent after the reminder.",
)
PATRON_HELP = phrase(
    "patron_help",
    "Write your question here and a librarian of {desk} answers in this window.\n{commands}",
    "To a patron who writes help; {commands} lists the words.",
)
PATRON_HELP_LINE = phrase(
    "patron_help_line", "{word}: {help}", "To a patron, a line of help: what to write for what."
)
PATRON_NO_SESSION = phrase(
    "patron_no_session",
    "You have no question open at {desk}. Write one, and a librarian is asked at once.",
    "To a patron who writes status or bye without an open question.",
)
PATRON_WAITING = phrase(
    "patron_waiting",
    "Your question has been waiting for {age}. {place}",
    "To a patron who writes status while waiting.",
)
PATRON_SERVED = phrase(
    "patron_served",
    "You are talking with {name}.",
    "To a patron who writes status while a librarian is with them.",
)
INTERRUPTED = phrase(
    "interrupted",
    "We had a short interruption. The last message we have from you is: “{text}”. "
    "Please send again what you wrote after it.",
    "To people in open sessions, after the service stopped without notice.",
)
