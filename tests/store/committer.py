"""A process that keeps messages without end and says after each commit what is kept.

Run by the fault tests: ``python committer.py DATABASE [LIMIT]``. LIMIT is a file size in bytes
that the process may not pass until a line comes in on standard input.
"""

import asyncio
import resource
import signal
import sys
from itertools import count
from pathlib import Path

from imref.desk.effects import KeepMessage, KeepPatron, KeepSession, Say
from imref.desk.model import Message, Patron, Session, Speaker
from imref.store.errors import StoreUnavailable
from imref.store.journal import Journal

BATCH = 7


def say(line: str) -> None:
    print(line, flush=True)


async def begin(journal: Journal) -> Session:
    ledger = await journal.load(0.0)
    if ledger.sessions:
        return ledger.sessions[0]
    patron = Patron(1001, "p@home.example", "ask")
    patron.session = Session(1, patron, "ask", opened=1.0)
    journal.add([KeepPatron(patron), KeepSession(patron.session)])
    await journal.commit()
    return patron.session


async def keep(journal: Journal, session: Session, number: int) -> None:
    for row in range(number, number + BATCH):
        body = f"message {row} " + "." * 500
        message = Message(row, 1, 1001, 1.0, Speaker.PATRON, "", body, f"q{row}")
        relay = Say(row, "patron-1001", "a@library.example", body, f"q{row}", 1.0, 1, row)
        journal.add([KeepMessage(message), relay, KeepSession(session)])
    await journal.commit()


async def without_end(path: Path) -> None:
    journal = await Journal.open(path)
    session = await begin(journal)
    say("ready")
    for number in count((await journal.load(0.0)).next_message, BATCH):
        await keep(journal, session, number)
        say(str(number + BATCH - 1))


async def against_a_full_disk(path: Path, limit: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    journal = await Journal.open(path)
    session = await begin(journal)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    number = 1
    try:
        while True:
            await keep(journal, session, number)
            number += BATCH
    except StoreUnavailable as error:
        say(f"refused after {number - 1}: {error}")
    say(f"probe {await journal.probe()}")
    sys.stdin.readline()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    say(f"probe {await journal.probe()}")
    number = (await journal.load(0.0)).next_message
    say(f"next {number}")
    await keep(journal, session, number)
    await journal.close()
    say("done")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        asyncio.run(against_a_full_disk(Path(sys.argv[1]), int(sys.argv[2])))
    else:
        asyncio.run(without_end(Path(sys.argv[1])))
