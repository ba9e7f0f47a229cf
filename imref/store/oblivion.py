"""The SQL by which somebody is forgotten: the words of all their sessions, and where they are.

What stays are rows for figures: that there was a session, when, with whom, how it ended.
"""

from imref.desk.effects import Fate
from imref.desk.model import Moment

_ADDRESSES = "(SELECT value FROM json_each(NEW.addresses))"
_PATRONS = f"(SELECT number FROM patrons WHERE address IN {_ADDRESSES})"
_SESSIONS = f"(SELECT number FROM sessions WHERE patron IN {_PATRONS})"

# What was owed is not sent again after a crash: it would be empty, or go nowhere.
_OWED_NO_MORE = f"fate = CASE fate WHEN '{Fate.OWED}' THEN '{Fate.ACCEPTED}' ELSE fate END"
_EMPTY_ROW = f"""
body = CASE WHEN body IS NULL THEN NULL ELSE '' END, enclosed = '',
recipient = CASE WHEN recipient IN {_ADDRESSES} THEN '' ELSE recipient END,
{_OWED_NO_MORE}
"""

_TOLD = (Moment.TRANSFERRED, Moment.READ, Moment.SETTLED, Moment.REACTED)
_OF_TEXT = ", ".join(f"'{what}'" for what in _TOLD)
"""Turns whose detail tells what somebody said or read, and not how it went."""

OBLIVION = f"""
CREATE TEMP VIEW oblivion AS SELECT NULL AS addresses;
CREATE TEMP TRIGGER forget INSTEAD OF INSERT ON oblivion BEGIN
    UPDATE messages SET body = '', enclosed = '' WHERE patron IN {_PATRONS};
    UPDATE outbox SET {_EMPTY_ROW} WHERE session IN {_SESSIONS};
    UPDATE outbox SET {_EMPTY_ROW} WHERE session IS NULL AND recipient IN {_ADDRESSES};
    UPDATE outbox SET body = '', {_OWED_NO_MORE}
    WHERE session IS NULL AND body <> '' AND EXISTS (
        SELECT 1 FROM patrons WHERE address IN {_ADDRESSES} AND instr(body, number)
    );
    UPDATE turns SET detail = '' WHERE session IN {_SESSIONS} AND what IN ({_OF_TEXT});
    UPDATE sessions SET why = '', reading = '', suggested = '', earlier = ''
        WHERE patron IN {_PATRONS};
    UPDATE followups SET what = '' WHERE patron IN {_PATRONS};
    UPDATE mails SET recipient = '', subject = '', body = '' WHERE patron IN {_PATRONS};
    DELETE FROM watchers WHERE address IN {_ADDRESSES};
    DELETE FROM parcels WHERE sender IN {_ADDRESSES};
    UPDATE patrons SET address = 'forgotten ' || number, email = '', name = ''
        WHERE address IN {_ADDRESSES};
END;
"""
"""Run once on each connection that writes. A list to a librarian in which a patron's number stands
(!queue) may hold the beginning of a question; nobody needs it once it was sent."""
