"""The conversation as a patron may read it, out of the database."""

from pathlib import Path

from imref.desk.effects import KeepMessage
from imref.desk.errands import ReadTranscript
from imref.desk.model import Message, Speaker
from imref.store.journal import Journal
from imref.store.transcripts import read

from .scenes import OPENED, Scene, session_of


async def test_both_sides_and_no_notes(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron, other = scene.patron(), scene.patron("else@home.example")
    for each in (patron, other):
        journal.add(scene.opens(each))
        journal.add(scene.says_patron(each, f"Where is {each.number}?", "q", OPENED))
        journal.add(scene.claims(each, "anna", OPENED))
        journal.add(scene.says_staff(each, "anna", "In the map room.", "a", OPENED + 1))
    session = session_of(patron).number

    def later(number: int, speaker: Speaker, body: str, stanza: str, replaces: str = "") -> None:
        at, who = OPENED + 9, patron.number
        journal.add(
            [
                KeepMessage(
                    Message(number, session, who, at, speaker, "anna", body, stanza, "", replaces)
                )
            ]
        )

    later(900, Speaker.NOTE, "Odd.", "n")
    later(901, Speaker.STAFF, "In room 2.", "b", "a")
    later(902, Speaker.STAFF, "In room 3.", "c", "b")
    await journal.commit()
    asked = ReadTranscript(patron.number, OPENED)
    assert [(line.staff, line.body) for line in read(path, asked).lines] == [
        ("", f"Where is {patron.number}?"),
        ("anna", "In room 3."),
    ]


async def test_the_last_session_and_those_of_the_day(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    for number in range(3):
        journal.add(scene.opens(patron))
        journal.add(scene.says_patron(patron, f"Question {number}", f"q{number}", OPENED))
        journal.add(scene.closes(patron, OPENED))
    await journal.commit()

    def found(since: float) -> list[str]:
        return [line.body for line in read(path, ReadTranscript(patron.number, since)).lines]

    assert found(OPENED + 1) == ["Question 2"]
    assert found(OPENED) == ["Question 0", "Question 1", "Question 2"]
    assert read(path, ReadTranscript(77, 0.0)).lines == ()
