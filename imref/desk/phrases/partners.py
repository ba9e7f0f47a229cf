"""What is said when another library answers for us: to the patron, to the partner, to staff."""

from imref.desk.phrases.registry import phrase

PARTNER_OFFER = phrase(
    "partner_offer",
    "Thank you, {desk} has your question. Until {until}, {partner} answers for us. It goes to "
    "them in {pause}, without your address. Write {word_no} to keep it for us, or {word_yes} to "
    "send it now.",
    "To the patron, at once, when we cannot answer and a partner library does; {until} is when "
    "that ends.",
)
PARTNER_OFFER_ALWAYS = phrase(
    "partner_offer_always",
    "Thank you, {desk} has your question. At the moment {partner} answers for us. It goes to "
    "them in {pause}, without your address. Write {word_no} to keep it for us, or {word_yes} to "
    "send it now.",
    "The same, when no end is in sight.",
)
PARTNER_HAS_IT = phrase(
    "partner_has_it",
    "Your question is with {partner} now. Their answer comes here.",
    "To the patron, when the question has been passed on to the partner.",
)
PARTNER_AGAIN = phrase(
    "partner_again",
    "Welcome back. You are with {partner} again.",
    "To a patron who writes again soon after a conversation with a partner.",
)
PARTNER_SAYS = phrase(
    "partner_says",
    "[{partner}] {text}",
    "To the patron: what the partner's desk says by itself, such as a place in its line. "
    "What people there write comes as it is.",
)
PARTNER_NOT_NEEDED = phrase(
    "partner_not_needed",
    "Somebody of ours is here now, so your question stays with us.",
    "To the patron, when a librarian comes before the question goes to the partner.",
)
PARTNER_UNREACHABLE = phrase(
    "partner_unreachable",
    "{partner} cannot be reached just now, so your question is with us again.",
    "To the patron, when a message to the partner came back.",
)
PARTNER_SILENT = phrase(
    "partner_silent",
    "{partner} could not answer yet, so your question is with us again.",
    "To the patron, when the partner has not answered for long.",
)
PATRON_BEFORE_PARTNER = phrase(
    "patron_before_partner",
    "Your question is about to go to {partner}. Write {word_no} to keep it for us.",
    "To a patron who writes status before the question goes to the partner.",
)

PARTNER_NOTE = phrase(
    "partner_note",
    "(Passed on from {desk}, {address}, where nobody can answer just now. What you write here "
    "reaches the person who asked; neither of you sees the other's address.)",
    "To the partner, after the question.",
)
PARTNER_TAKEN_BACK = phrase(
    "partner_taken_back",
    "One of our own librarians has this question now. Thank you for your help.",
    "To the partner, when somebody of ours takes the question back.",
)
PARTNER_KEPT_HERE = phrase(
    "partner_kept_here",
    "This question is with us again, and we will answer it. Thank you all the same.",
    "To the partner, when they have not answered for long.",
)
PARTNER_NOT_YOURS = phrase(
    "partner_not_yours",
    "This question is no longer with you, so your message was not passed on. Thank you.",
    "To the partner, who writes to a patron whose question is with us again.",
)

NOT_RELAYED_PARTNER = phrase(
    "not_relayed_partner",
    "Your message was not sent: this question is with {partner}. !take brings it back to you.",
    "To staff who write in the window of a patron who is with a partner.",
)
QUEUE_PARTNER = phrase(
    "queue_partner",
    "{number}  {desk}, with {partner} for {age}: {question}",
    "In !queue: a question that is with a partner.",
)
