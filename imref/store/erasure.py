"""Taking words back: how the store lets go of a message, and of all that repeats it.

What is taken back goes with its corrections, and out of summaries, quotations and a guest's words
with their name. What was not sent yet need not be. An id that came more than once (a client that
counts from 1) means the latest.
"""

from imref.desk.effects import Fate

_TAKEN_BACK = """
SELECT version.number {more} FROM json_each(NEW.rows) AS gone
CROSS JOIN messages AS first ON first.number = CASE
    WHEN json_extract(gone.value, '$[4]') > 0 THEN json_extract(gone.value, '$[4]')
    ELSE (
        SELECT max(said.number) FROM messages AS said
        WHERE said.patron = json_extract(gone.value, '$[0]')
          AND said.speaker = json_extract(gone.value, '$[1]')
          AND said.staff = json_extract(gone.value, '$[2]')
          AND json_extract(gone.value, '$[3]') IN (said.id, said.origin)
          AND (said.origin = '' OR said.origin = json_extract(gone.value, '$[3]'))
    ) END
CROSS JOIN messages AS version ON version.patron = first.patron
    AND version.speaker = first.speaker
    AND (version.number = first.number
      OR version.replaces IN (first.id, nullif(first.replaces, ''))
      OR version.id = nullif(first.replaces, ''))
"""
_WORDS = (
    ", version.patron AS patron, version.session AS session,"
    " version.body || char(10) || json_extract(gone.value, '$[5]') AS words"
)
_ERASE = f"""
UPDATE outbox SET body = without(outbox.body, repeated.words)
FROM (
    SELECT theirs.number AS number, group_concat(gone.words, char(10)) AS words
    FROM ({_TAKEN_BACK.format(more=_WORDS)}) AS gone
    CROSS JOIN sessions ON sessions.patron = gone.patron
    CROSS JOIN outbox AS theirs ON theirs.session = sessions.number
    WHERE theirs.body IS NOT NULL
    GROUP BY theirs.number
) AS repeated
WHERE outbox.number = repeated.number
"""
# A list of what waits (!queue) belongs to no session, and names the patron's number.
_ERASE_IN_LISTS = f"""
UPDATE outbox SET body = without(outbox.body, repeated.words)
FROM (
    SELECT theirs.number AS number, group_concat(gone.words, char(10)) AS words
    FROM ({_TAKEN_BACK.format(more=_WORDS)}) AS gone
    CROSS JOIN outbox AS theirs ON theirs.number >= (
        SELECT min(first.number) FROM outbox AS first WHERE first.session = gone.session
    )
    WHERE theirs.session IS NULL AND instr(theirs.body, gone.patron) > 0
    GROUP BY theirs.number
) AS repeated
WHERE outbox.number = repeated.number
"""
_SEND_NO_MORE = f"""
UPDATE outbox SET fate = '{Fate.ACCEPTED}'
WHERE fate = '{Fate.OWED}' AND message IN ({_TAKEN_BACK.format(more="")})
"""
_EMPTY = f"""
UPDATE messages SET body = '', enclosed = '', retracted = 1
WHERE number IN ({_TAKEN_BACK.format(more="")})
"""

ERASURE = f"""
CREATE TEMP VIEW erasures AS SELECT NULL AS rows;
CREATE TEMP TRIGGER erase INSTEAD OF INSERT ON erasures BEGIN
    {_ERASE};
    {_ERASE_IN_LISTS};
    {_SEND_NO_MORE};
    {_EMPTY};
END;
"""
"""Made once on each connection that writes: what is inserted is JSON, a list of the fields of each
`TakeBack`. It needs the function ``without`` (`imref.desk.talk.erasing`)."""
