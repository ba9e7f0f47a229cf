"""What the dashboard says: pages for staff, in their own browser."""

from imref.desk.phrases.registry import phrase

# On every page.

BOARD_TITLE = phrase("board_title", "Dashboard", "The name of the pages for staff.")
BOARD_PARTS = phrase(
    "board_parts", "Parts of the dashboard", "On the dashboard: names a list of links."
)
BOARD_NOW = phrase("board_now", "Now", "On the dashboard: the page of what is going on.")
BOARD_FIGURES = phrase("board_figures", "Figures", "On the dashboard: the page of the last weeks.")
BOARD_PROMISES = phrase(
    "board_promises", "Follow-ups", "On the dashboard: the page of what is promised."
)
BOARD_PILOT = phrase("board_pilot", "Pilot", "On the dashboard: the page of the trial run.")
BOARD_TRANSCRIPTS = phrase(
    "board_transcripts", "Conversations", "On the dashboard: the page of what was said."
)
BOARD_LEAVE = phrase("board_leave", "Log out", "On the dashboard: a button.")
BOARD_YOU = phrase(
    "board_you", "Logged in as {name}, until {when} at the latest.", "At the foot of the dashboard."
)
BOARD_SKIP = phrase("board_skip", "To the content", "On the dashboard: a link for the keyboard.")

# At the door.

BOARD_DOOR = phrase("board_door", "Log in from your chat", "The title of the page to log in.")
BOARD_DOOR_TEXT = phrase(
    "board_door_text",
    "Write !dashboard to a desk from your own chat program. You are sent a link that lets you in "
    "once. There is no password.",
    "To somebody who opens the dashboard and is not logged in.",
)
BOARD_ENTER = phrase("board_enter", "Open the dashboard?", "The title of the page behind the link.")
BOARD_ENTER_TEXT = phrase(
    "board_enter_text",
    "This logs you in with this browser. On a device that others use, log out when you are done.",
    "On the page behind the link, above the button.",
)
BOARD_ENTER_BUTTON = phrase("board_enter_button", "Open the dashboard", "On that page: the button.")
BOARD_SPENT = phrase(
    "board_spent", "This link does not work any more", "The title, for a link that was used."
)
BOARD_SPENT_TEXT = phrase(
    "board_spent_text",
    "It was used already, or its time is over. Write !dashboard to a desk from your own chat "
    "program, and you are sent a new one.",
    "Below that title.",
)
BOARD_LEFT = phrase("board_left", "You are logged out", "The title after logging out.")
BOARD_NOT_YOURS = phrase(
    "board_not_yours", "This page is not for you", "The title of a page that somebody may not see."
)
BOARD_NOT_YOURS_TEXT = phrase(
    "board_not_yours_text",
    "It is about a desk that you neither serve nor supervise, or it does not exist.",
    "Below that title.",
)
BOARD_TOO_MUCH = phrase(
    "board_too_much", "Too many at once", "The title, when somebody asks for too much."
)
BOARD_TOO_MUCH_TEXT = phrase(
    "board_too_much_text", "Please try again in a minute.", "Below that title."
)

# Now.

BOARD_AS_OF = phrase("board_as_of", "As of {time}.", "On the page of now: the time of day.")
BOARD_LIVE = phrase(
    "board_live", "This page keeps itself up to date.", "On the page of now, while it does."
)
BOARD_LOST = phrase(
    "board_lost",
    "The connection is lost. What you see is how it was then; it is tried again.",
    "On the page of now, while it is cut off.",
)
BOARD_ENDED = phrase(
    "board_ended",
    "You are logged out, so this page stands still. Write !dashboard to a desk for a new link.",
    "On the page of now, after the log-in has ended.",
)
BOARD_STILL = phrase(
    "board_still",
    "Without JavaScript this page stands still; load it again to see what is new.",
    "On the page of now, where scripts are off.",
)
BOARD_ALARMS = phrase("board_alarms", "What is wrong", "On the page of now: a heading.")
BOARD_ALARM_LINK = phrase(
    "board_alarm_link",
    "There is no connection to the chat server. Nobody can reach a desk, and who is on duty is "
    "not known.",
    "On the page of now: an alarm.",
)
BOARD_ALARM_STORE = phrase(
    "board_alarm_store",
    "Nothing can be kept at the moment, so no message is taken; whoever writes is told.",
    "On the page of now: an alarm.",
)
BOARD_ALARM_UNSTAFFED = phrase(
    "board_alarm_unstaffed",
    "{desk} is open, and nobody is on duty.",
    "On the page of now: an alarm.",
)
BOARD_ALARM_CANARY = phrase(
    "board_alarm_canary",
    "{desk}: the daily check, a question of imref’s own, did not come through.",
    "On the page of now: an alarm.",
)
BOARD_ALARM_OWED = phrase(
    "board_alarm_owed",
    "{count} message has waited to be sent for {age}.",
    "On the page of now: an alarm.",
    plural="{count} messages wait to be sent, the first of them for {age}.",
)
BOARD_PATRONS_READ = phrase(
    "board_patrons_read",
    "Patrons read: “{text}”",
    "On the page of now, of a desk: what its door says on the web page.",
)
BOARD_WAITING = phrase(
    "board_waiting",
    "{count} person is waiting, for {age} so far.",
    "On the page of now, of a desk.",
    plural="{count} people are waiting, the first of them for {age}.",
)
BOARD_NOBODY_WAITS = phrase(
    "board_nobody_waits", "Nobody is waiting.", "On the page of now, of a desk."
)
BOARD_ACTIVE = phrase(
    "board_active",
    "{count} conversation is under way.",
    "On the page of now, of a desk.",
    plural="{count} conversations are under way.",
)
BOARD_HELD = phrase(
    "board_held",
    "{count} question is held for another hour.",
    "On the page of now, of a desk.",
    plural="{count} questions are held for another hour.",
)
BOARD_ABROAD = phrase(
    "board_abroad",
    "{count} question is with another library.",
    "On the page of now, of a desk.",
    plural="{count} questions are with another library.",
)
BOARD_PATRON = phrase("board_patron", "Patron", "On the dashboard: heads a column of numbers.")
BOARD_WAITS_FOR = phrase("board_waits_for", "Waiting for", "Heads a column of waiting times.")
BOARD_MORE = phrase(
    "board_more",
    "And {count} more.",
    "On the dashboard, below a list that is cut.",
    plural="And {count} more.",
)
BOARD_STAFF = phrase("board_staff", "Librarian", "On the dashboard: heads a column of names.")
BOARD_DUTY = phrase("board_duty", "Duty", "Heads a column that says who is on duty.")
BOARD_WITH = phrase("board_with", "Patrons now", "Heads a column: how many patrons they have.")
BOARD_OF = phrase("board_of", "{load} of {limit}", "How many patrons somebody has of how many.")
BOARD_NOBODY = phrase(
    "board_nobody", "You are on no desk, so there is nothing to see here.", "On the page of now."
)

# Follow-ups.

BOARD_YOURS = phrase("board_yours", "Yours", "On the page of follow-ups: a heading.")
BOARD_YOURS_NONE = phrase(
    "board_yours_none", "You have promised nobody an answer.", "On the page of follow-ups."
)
BOARD_OTHERS = phrase(
    "board_others", "Your colleagues’", "On the page of follow-ups: a heading, for supervisors."
)
BOARD_OTHERS_NONE = phrase(
    "board_others_none",
    "Nobody else at your desks has promised an answer.",
    "On the page of follow-ups, for supervisors.",
)
BOARD_DUE = phrase("board_due", "Promised for", "On the page of follow-ups: heads a column.")
BOARD_DESK = phrase("board_desk", "Desk", "On the dashboard: heads a column, names a field.")
BOARD_TASK = phrase("board_task", "What for", "On the page of follow-ups: heads a column.")
BOARD_LATE = phrase("board_late", "overdue", "On the page of follow-ups, after a time.")
BOARD_ANSWERED_ALREADY = phrase(
    "board_answered_already", "answered", "On the page of follow-ups, after a time."
)
BOARD_PROMISES_HOW = phrase(
    "board_promises_how",
    "Answer in the patron’s own window in your chat. !followups lists yours there, !done settles "
    "one, !postpone and !hand move it.",
    "At the end of the page of follow-ups.",
)

# What was said.

BOARD_READERS_NONE = phrase(
    "board_readers_none",
    "Nobody may read conversations here. Whoever looks after imref can name who may "
    "(dashboard.transcripts in its config).",
    "On the page of conversations, where nobody is named in the config.",
)
BOARD_READERS_OTHERS = phrase(
    "board_readers_others",
    "You are not among those who may read conversations here (dashboard.transcripts in the "
    "config of imref).",
    "On the page of conversations, for somebody who may not.",
)
BOARD_SEARCH_LABEL = phrase(
    "board_search_label", "Search conversations", "Names the form on the page of conversations."
)
BOARD_WORDS = phrase("board_words", "Words", "On the page of conversations: names a field.")
BOARD_WORDS_HOW = phrase(
    "board_words_how",
    "All of the words must be in one message. “In quotes” they must follow each other; map* finds "
    "maps, too. Without words you see the latest conversations.",
    "Below that field.",
)
BOARD_ALL_DESKS = phrase("board_all_desks", "All of yours", "The choice of all desks in a field.")
BOARD_FIRST_DAY = phrase("board_first_day", "From", "Names a field: the first day.")
BOARD_LAST_DAY = phrase("board_last_day", "To", "Names a field: the last day.")
BOARD_SEARCH = phrase("board_search", "Search", "On the page of conversations: the button.")
BOARD_FOUND = phrase(
    "board_found",
    "{count} message",
    "On the page of conversations: a heading, above what was found.",
    plural="{count} messages",
)
BOARD_FOUND_NONE = phrase("board_found_none", "Nothing was found", "The same.")
BOARD_SEARCHED = phrase(
    "board_searched",
    "{count} message of that time was searched.",
    "Below that heading.",
    plural="{count} messages of that time were searched.",
)
BOARD_SEARCHED_CUT = phrase(
    "board_searched_cut",
    "There are more messages in that time than are searched at once: these are from the newest "
    "{number}. Choose fewer days to see older ones.",
    "Below that heading, where not all was searched.",
)
BOARD_LATEST = phrase(
    "board_latest", "Latest conversations", "A heading on the page of conversations."
)
BOARD_BEGAN = phrase("board_began", "Began", "Heads a column of times.")
BOARD_MESSAGES = phrase("board_messages", "Messages", "Heads a column of numbers.")
BOARD_NEWER = phrase("board_newer", "Newer", "A button below a list.")
BOARD_OLDER = phrase("board_older", "Older", "A button below a list.")
BOARD_BY_PATRON = phrase("board_by_patron", "the patron", "Who said something that was found.")
BOARD_NOTE_BY = phrase(
    "board_note_by", "Note by {name}, which the patron never saw", "Above a note of a librarian."
)
BOARD_CORRECTED = phrase("board_corrected", "corrected later", "Above a message.")
BOARD_UNDELIVERED = phrase("board_undelivered", "did not arrive", "Above a message.")
BOARD_GONE = phrase("board_gone", "(These words are gone.)", "In place of a message.")
BOARD_NO_WORDS = phrase(
    "board_no_words", "Nothing was said, or it is forgotten.", "In place of a conversation."
)
BOARD_STILL_OPEN = phrase("board_still_open", "still under way", "Of a conversation.")
BOARD_READ_LOGGED = phrase(
    "board_read_logged",
    "imref notes in its log who reads which conversation. Patrons appear under their number alone.",
    "At the end of the pages of conversations.",
)

# Figures.

BOARD_WEEKS_LABEL = phrase(
    "board_weeks_label", "Time", "On the page of figures: names the field that chooses weeks."
)
BOARD_WEEKS = phrase(
    "board_weeks", "The last week", "A choice in that field.", plural="The last {count} weeks"
)
BOARD_SHOW = phrase("board_show", "Show", "On the page of figures: the button.")
BOARD_SUMMARY = phrase(
    "board_summary",
    "{count} question came in the last {days} days. {closed} of them came while the desk was "
    "closed, and {unstaffed} while it was open and nobody was there. Most came on {day} from "
    "{hour} on: {most}.",
    "On the page of figures: a sentence. {day} is a day of the week, {hour} the beginning of an "
    "hour.",
    plural="{count} questions came in the last {days} days. {closed} of them came while the desk "
    "was closed, and {unstaffed} while it was open and nobody was there. Most came on {day} from "
    "{hour} on: {most}.",
)
BOARD_SUMMARY_NONE = phrase(
    "board_summary_none", "Nobody asked in the last {days} days.", "On the page of figures."
)
BOARD_FATES = phrase("board_fates", "What became of them", "On the page of figures: a heading.")
BOARD_QUESTIONS = phrase("board_questions", "Questions", "Heads a column of numbers.")
BOARD_SHARE = phrase("board_share", "Share", "Heads a column of shares in per cent.")
BOARD_ASKED = phrase("board_asked", "Asked in all", "The last line of a table: the sum.")
BOARD_FATE_ANSWERED = phrase(
    "board_fate_answered", "answered by a librarian or a partner", "What became of questions."
)
BOARD_FATE_LOST = phrase(
    "board_fate_lost", "the patron left before an answer", "What became of questions."
)
BOARD_FATE_UNANSWERED = phrase(
    "board_fate_unanswered", "closed without an answer", "What became of questions."
)
BOARD_FATE_HELD = phrase(
    "board_fate_held", "still held, or promised for later", "What became of questions."
)
BOARD_FATE_REFERRED = phrase("board_fate_referred", "referred elsewhere", "The same.")
BOARD_APART = phrase(
    "board_apart",
    "Not counted: rehearsals ({practice}) and spam ({spam}).",
    "Below the table of what became of questions.",
)
BOARD_WAITS = phrase("board_waits", "How long they waited", "On the page of figures: a heading.")
BOARD_WAIT_HALF = phrase(
    "board_wait_half", "half of the answered no longer than", "Before a time: the median."
)
BOARD_WAIT_MOST = phrase(
    "board_wait_most", "nine of ten no longer than", "Before a time: the 90th percentile."
)
BOARD_WAIT_WITHIN = phrase(
    "board_wait_within", "of all who asked, answered within {age}", "Before a share."
)
BOARD_WAITS_OF = phrase(
    "board_waits_of",
    "Until the first words of a person, for questions that came while the desk was open: {asked} "
    "asked, {answered} were answered, {left} left. Questions of closed hours are not in it.",
    "Below the table of waits.",
)
BOARD_DEMAND = phrase(
    "board_demand", "When they asked, and when somebody was there", "A heading on that page."
)
BOARD_DEMAND_HOW = phrase(
    "board_demand_how",
    "Each cell is an hour of the week: how many asked in it, and below that how much of the "
    "promised time somebody was on duty. The stronger the blue, the more questions; a frame is "
    "promised time, a broken one means that less than 95 % of it was kept.",
    "Above the table of the week.",
)
BOARD_HOUR_CLOSED = phrase("board_hour_closed", "closed", "In the table of the week, briefly.")
BOARD_PERCENT = phrase("board_percent", "{share} %", "A share in per cent.")
BOARD_OUT_OF = phrase("board_out_of", "{part} of {whole}", "A share of few: both numbers.")
BOARD_COVERAGE = phrase(
    "board_coverage", "How much of the promised time was kept", "A heading on that page."
)
BOARD_NOTHING_PROMISED = phrase(
    "board_nothing_promised", "nothing was promised", "In place of a share."
)
BOARD_GAPS = phrase(
    "board_gaps", "The latest times that were promised and nobody was there", "Above a table."
)
BOARD_GAPS_NONE = phrase(
    "board_gaps_none",
    "No promised time is on record in which nobody was there.",
    "In place of that table.",
)
BOARD_DOWN = phrase(
    "board_down",
    "For {age} of the promised time imref itself did not run, and who was there is not known.",
    "Below the shares of promised time.",
)
BOARD_FOR = phrase("board_for", "For", "Heads a column of lengths of time.")
BOARD_OWN_HOW = phrase(
    "board_own_how",
    "Whoever may see your figures sees these. !mine says who that is; it counts by when you took a "
    "question, not by when it was asked.",
    "Below a librarian's own figures.",
)
BOARD_PEOPLE = phrase(
    "board_people", "Your colleagues, one by one", "A heading on that page, for supervisors."
)
BOARD_ANSWERED_FIRST = phrase("board_answered_first", "Answered", "Heads a column of numbers.")
BOARD_MEDIAN_WAIT = phrase(
    "board_median_wait", "Half waited no longer than", "Heads a column of times."
)
BOARD_ON_DUTY_FOR = phrase("board_on_duty_for", "On duty for", "Heads a column of times.")
BOARD_KEPT_LATE_BROKEN = phrase(
    "board_kept_late_broken",
    "Promises: kept / late / broken",
    "Heads a column of three numbers.",
)
BOARD_PEOPLE_HOW = phrase(
    "board_people_how",
    "You see these because your agreement says so (figures.per_person), and each of them knows. "
    "How much somebody answered says nothing of how well.",
    "Below the table of colleagues.",
)


# The pilot.

BOARD_PILOT_NONE = phrase(
    "board_pilot_none",
    "There is no pilot at your desks. A pilot sets targets before it begins, and is held to them: "
    "whoever looks after imref begins one with imref pilot start.",
    "On the page of the pilot.",
)
BOARD_PILOT_UNREADABLE = phrase(
    "board_pilot_unreadable",
    "What is kept of the pilots cannot be read; whoever looks after imref sees more in imref "
    "pilot list.",
    "On the page of the pilot.",
)
