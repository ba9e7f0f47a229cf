"""Files: what becomes of them by the policy, and what both sides are told."""

import pytest

from imref.desk import phrases
from imref.desk.agreement import Partner
from imref.desk.calendar.hours import ALWAYS
from imref.desk.effects import Keep, Remove, Say
from imref.desk.errands import FetchFile
from imref.desk.events import FileFetched, FileTrouble, LinkUp
from imref.desk.ledger import Ledger
from imref.desk.records import Parcel
from imref.desk.talk.file_rules import FilePolicy, FileRules
from imref.desk.talk.files import size_words

from .scene import Librarian, PatronAt, Person, Scene, agreement, desk, week

THEIRS = "https://upload.home.example/7/screen.png"
OURS = "https://upload.library.example/9/screen.png"
SECRET = "aesgcm://upload.home.example/7/screen.png#0123456789abcdef"


def scene_with(policy: FilePolicy, **more: object) -> Scene:
    return Scene(agreement(files=FileRules(policy), **more))  # type: ignore[arg-type]


def sends(person: Person, to: str, body: str = THEIRS, **more: object) -> str:
    """Somebody sends a file, as clients do: its link as the words, and as XEP-0066."""
    return person.writes(body, to, url=THEIRS, **more)


def errand(scene: Scene) -> FetchFile:
    """The one file that the last step sends for."""
    (found,) = scene.of_kind(FetchFile)
    return found


def comes(scene: Scene, parcel: Parcel, size: int = 1_240_000, kind: str = "image/png") -> None:
    """The file of a parcel has been brought over."""
    done = FileFetched(parcel.number, parcel.sender, parcel.window, OURS, kind, size)
    scene.happens(done)


def fails(scene: Scene, parcel: Parcel, trouble: FileTrouble = FileTrouble.NOT_FETCHED) -> None:
    """The file of a parcel has not come."""
    scene.happens(FileFetched(parcel.number, parcel.sender, parcel.window, trouble=trouble))


@pytest.fixture
def scene() -> Scene:
    return scene_with(FilePolicy.RE_UPLOAD)


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


# As they are, as links, not at all.


def test_allowed_files_are_passed_on_as_they_are() -> None:
    scene = scene_with(FilePolicy.ALLOW)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Hello")
    ana.replies("Hello", to=pat)
    sends(pat, "ask")
    say = ana.was_told(THEIRS)
    assert say.body == THEIRS
    assert say.enclosed is not None
    assert say.enclosed.url == THEIRS


def test_links_only_are_words_and_nothing_else() -> None:
    scene = scene_with(FilePolicy.LINKS_ONLY)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Hello")
    ana.replies("Hello", to=pat)
    sends(pat, "ask")
    say = ana.was_told(THEIRS)
    assert say.enclosed is None or not say.enclosed.url
    sends(ana, pat.alias)
    answer = pat.was_told(THEIRS)
    assert answer.enclosed is None or not answer.enclosed.url


def test_refused_files_are_sent_back_with_a_sentence() -> None:
    scene = scene_with(FilePolicy.REFUSE)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    stanza = sends(pat, "ask")
    pat.was_told(phrases.FILES_NOT_TAKEN)
    assert not pat.got_receipt(stanza)
    ana.was_told_nothing()
    pat.says("It says error 404: https://catalogue.example/404")
    ana.was_told("https://catalogue.example/404")


def test_a_desk_may_have_its_own_rule() -> None:
    desks = desk("ask", ("ana",)), desk("law", ("ben",), files=FilePolicy.REFUSE)
    scene = Scene(agreement(*desks))
    pat, pam = scene.patron("pat"), scene.patron("pam", "law")
    sends(pat, "ask")
    pat.was_told(phrases.RECEIVED)
    sends(pam, "law")
    pam.was_told(phrases.FILES_NOT_TAKEN)


@pytest.mark.parametrize("policy", FilePolicy)
def test_encrypted_files_are_never_taken(policy: FilePolicy) -> None:
    scene = scene_with(policy)
    pat = scene.patron("pat")
    pat.says(SECRET)
    pat.was_told(phrases.FILE_ENCRYPTED)
    assert scene.of_kind(FetchFile) == []


# By way of our server.


def test_a_patrons_file_reaches_the_librarian_from_our_server(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    stanza = sends(served, "ask")
    assert served.got_receipt(stanza)
    ana.was_told_nothing()
    parcel = errand(scene).parcel
    assert parcel.url == THEIRS
    assert scene.of_kind(Keep)[0].record is parcel

    comes(scene, parcel)
    say = ana.was_told(f"They sent a picture (1.2 MB): {OURS}")
    assert say.enclosed is not None
    assert say.enclosed.url == OURS
    served.was_told("Your file has come through: a picture (1.2 MB).")
    assert scene.of_kind(Remove)[0].record is parcel
    assert THEIRS not in str(scene.effects).replace(str(parcel), "")


def test_a_librarians_file_reaches_the_patron_with_a_name(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    stanza = sends(ana, served.alias)
    assert not ana.got_receipt(stanza)
    comes(scene, errand(scene).parcel, size=310_200, kind="application/pdf")
    served.was_told(f"Ana sent a PDF (310 KB): {OURS}")
    ana.was_told(phrases.FILE_CAME_THROUGH)
    served.receives(stanza)
    assert ana.got_receipt(stanza)


def test_what_was_written_beside_a_file_goes_along(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    sends(served, "ask", "What is this?")
    comes(scene, errand(scene).parcel)
    ana.was_told(f"{OURS}\nWhat is this?")
    sends(served, "ask", f"And this? {THEIRS}")
    comes(scene, errand(scene).parcel)
    ana.was_told(f"And this? {OURS}")


def test_words_do_not_wait_for_a_file(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    sends(served, "ask")
    parcel = errand(scene).parcel
    served.says("It is the second line.")
    ana.was_told("It is the second line.")
    comes(scene, parcel)
    ana.was_told(OURS)


def test_a_file_can_be_the_question(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    sends(pat, "ask")
    pat.was_told_nothing()
    comes(scene, errand(scene).parcel)
    pat.was_told(phrases.RECEIVED)
    assert OURS in ana.was_told(phrases.OFFER).body


def test_a_file_can_be_the_answer_that_claims(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("What does it look like?")
    sends(ana, pat.alias)
    comes(scene, errand(scene).parcel)
    assert pat.owner == "ana"
    pat.was_told(f"Ana sent a picture (1.2 MB): {OURS}")


def test_a_file_for_somebody_elses_patron_is_not_sent(
    scene: Scene, served: PatronAt, ben: Librarian
) -> None:
    sends(ben, served.alias)
    comes(scene, errand(scene).parcel)
    served.was_told_nothing()
    ben.was_told(phrases.NOT_RELAYED_TAKEN)
    ben.was_not_told(phrases.FILE_CAME_THROUGH)


@pytest.mark.parametrize(
    ("trouble", "phrase"),
    [
        (FileTrouble.NOT_FETCHED, phrases.FILE_NOT_FETCHED),
        (FileTrouble.TOO_LARGE, phrases.FILE_TOO_LARGE),
        (FileTrouble.OTHER_KIND, phrases.FILE_OF_OTHER_KIND),
        (FileTrouble.NOT_STORED, phrases.FILE_NOT_STORED),
    ],
)
def test_the_sender_hears_why_a_file_did_not_come(
    trouble: FileTrouble, phrase: phrases.Phrase, scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    sends(served, "ask")
    fails(scene, errand(scene).parcel, trouble)
    served.was_told(phrase)
    ana.was_told_nothing()
    assert scene.room.parcels == {}


def test_a_file_of_which_nothing_is_heard_is_given_up(scene: Scene, served: PatronAt) -> None:
    sends(served, "ask")
    parcel = errand(scene).parcel
    scene.passes(181)
    served.was_told(phrases.FILE_NOT_FETCHED)
    comes(scene, parcel)
    assert scene.effects == []


def test_the_same_message_again_is_one_file(scene: Scene, served: PatronAt) -> None:
    stanza = sends(served, "ask")
    parcel = errand(scene).parcel
    sends(served, "ask", id=stanza)
    assert scene.of_kind(FetchFile) == []
    assert served.got_receipt(stanza)
    comes(scene, parcel)
    sends(served, "ask", id=stanza)
    assert scene.of_kind(FetchFile) == []
    assert served.got_receipt(stanza)


def test_three_files_at_once_are_enough(scene: Scene, served: PatronAt) -> None:
    parcels = []
    for _ in range(3):
        sends(served, "ask")
        parcels.append(errand(scene).parcel)
    sends(served, "ask")
    served.was_refused("resource-constraint")
    fails(scene, parcels[0])
    sends(served, "ask")
    assert errand(scene)


def test_nothing_is_fetched_for_strangers_and_the_blocked(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    mallory = scene.patron("mallory")
    sends(mallory, served.alias)
    sends(mallory, "nowhere")
    assert scene.of_kind(FetchFile) == []
    ana.replies("!block spam", to=served)
    sends(served, "ask")
    assert scene.of_kind(FetchFile) == []


def test_a_file_under_way_is_fetched_again_after_a_restart(pat: PatronAt) -> None:
    agreed = agreement(files=FileRules(FilePolicy.RE_UPLOAD))
    now = 1_000_000.0
    parcel = Parcel(1, pat.address, "phone", "ask", "m1", THEIRS, THEIRS, "", "", "", now - 20)
    scene = Scene(agreed, ledger=Ledger(records=[parcel], next_record=2), now=now, on_duty=())
    assert errand(scene).parcel == parcel
    scene.happens(LinkUp())
    assert scene.of_kind(FetchFile) == []


def test_a_file_that_is_too_old_after_a_restart_is_given_up(pat: PatronAt) -> None:
    agreed = agreement(files=FileRules(FilePolicy.RE_UPLOAD))
    now = 1_000_000.0
    parcel = Parcel(1, pat.address, "phone", "ask", "m1", THEIRS, THEIRS, "", "", "", now - 600)
    scene = Scene(agreed, ledger=Ledger(records=[parcel], next_record=2), now=now, on_duty=())
    told = [say.body for say in scene.of_kind(Say) if say.recipient == pat.address]
    assert told == [phrases.FILE_NOT_FETCHED.text]


def test_a_partners_file_goes_by_way_of_our_server_as_well() -> None:
    other = Partner("ask@ref.other.example", ALWAYS, "Other City Library")
    night = desk("ask", ("ana",), hours=week("tue", "9:00-10:00"), partners=(other,))
    scene = Scene(agreement(night, files=FileRules(FilePolicy.RE_UPLOAD)), on_duty=())
    pat, there = scene.patron("pat"), scene.partner(other.address)
    scene.passes(60)
    pat.says("What does it look like?")
    pat.says("yes")
    sends(there, pat.alias)
    comes(scene, errand(scene).parcel)
    pat.was_told(f"Other City Library sent a picture (1.2 MB): {OURS}")
    sends(pat, "ask")
    comes(scene, errand(scene).parcel)
    assert OURS in there.was_told(OURS).body
    assert THEIRS not in str(there.told)


def test_what_a_patron_says_of_themselves_comes_with_the_file() -> None:
    scene = scene_with(FilePolicy.RE_UPLOAD, guest_domain="home.example")
    maria, ana = scene.patron("maria"), scene.staff("ana")
    sends(maria, "ask", nick="Maria")
    comes(scene, errand(scene).parcel)
    assert maria.known.name == "Maria"
    ana.replies("Thank you", to=maria)
    sends(maria, "ask")
    comes(scene, errand(scene).parcel)
    assert "Maria" in ana.was_told(f"sent a picture (1.2 MB): {OURS}").body


def test_a_command_is_no_file(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.writes("!note see the screenshot", served.alias, url=THEIRS)
    ana.was_told(phrases.NOTE_KEPT)


def test_a_size_is_said_as_people_say_it() -> None:
    rendered = agreement().wording.render
    sizes = {size: rendered(size_words(size)) for size in (12, 999_400, 1_000_000, 12_340_000)}
    assert sizes == {
        12: "1 KB",
        999_400: "999 KB",
        1_000_000: "1.0 MB",
        12_340_000: "12.3 MB",
    }
