"""How long things may take, in sentences: one for each of the agreement's timings."""

from imref.desk.phrases.registry import Phrase, phrase

TERMS: dict[str, Phrase] = {}
"""By the name of the timing; {time} is how long."""


def _term(name: str, text: str) -> None:
    TERMS[name] = phrase(f"term_{name}", text, "In the agreement on paper (imref agreement).")


_term("offer", "A question is shown to a librarian for {time}; then it goes on to the next.")
_term("widen", "After {time} of waiting, the next group is asked as well.")
_term("decline_pause", "Whoever declines is offered nothing for {time}.")
_term(
    "grace",
    "A librarian who goes offline keeps their patrons for {time}; then a colleague is asked.",
)
_term("comeback", "A patron who writes again within {time} comes back to the same librarian.")
_term(
    "silent_owner",
    "A librarian who took a question has {time} for the first word, and is reminded when a patron "
    "has waited that long for a later one.",
)
_term(
    "reassure",
    "A waiting patron hears from us after {time}, and then at intervals twice as long each time.",
)
_term("remind_idle", "A patron who is silent for {time} is asked whether there is anything else.")
_term("close_idle", "After {time} of silence the conversation ends; it can be taken up again.")
_term("closing_grace", "Staff are signed off {time} after closing.")
_term("unstaffed", "A desk that is open with nobody on duty for {time} is reported to supervisors.")
_term(
    "choice",
    "A patron who has waited {time} with nobody on duty may stay, or leave the question with us.",
)
_term("engagement", "A walk-in or a call is taken to last {time} if nothing else was said.")
_term("engagement_limit", "When it lasts longer than {time}, patrons are offered a colleague.")
_term(
    "engagement_objection",
    "Whoever does not answer within {time} whether they are back is taken to be back.",
)
_term("block", "Somebody who was blocked is listened to again after {time}.")
_term("partner_pause", "A patron has {time} to say no before a question goes to a partner.")
_term("partner_patience", "A partner has {time} to answer; then the question comes home.")
_term("shift_grace", "Duty ends by itself {time} after the end of somebody's hours.")
_term("objection", "They are asked {time} before that whether they are still there.")
_term("overtime", "Whoever says so, or signs on outside their hours, stays on duty for {time}.")
_term("swamped", "After !swamped the next group is asked at once for {time}, and the caller last.")
_term("hold", "A question that nobody could take is kept after {time}; the patron need not wait.")
_term(
    "there",
    "A patron whose question was kept has {time} to show that they are there, when it is dealt.",
)
_term("deal", "Kept questions are dealt one at a time, to each librarian at most one in {time}.")
_term("left", "A patron who is away from the page for {time} is taken to have left.")
_term(
    "left_waiting",
    "The question of somebody who left while they waited keeps its place for {time} more.",
)
_term("promise_reminder", "Whoever promised an answer is reminded {time} before it is due.")
_term(
    "promise_grace", "An answer that is {time} late is reported to those who look after the desk."
)
