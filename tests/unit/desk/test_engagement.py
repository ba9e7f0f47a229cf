"""A walk-in or a call: offers, patrons and figures follow the desk's order of service."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Keep
from imref.desk.events import AgreementChanged
from imref.desk.records import Engagement

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement, desk, librarian

WALK_INS_FIRST = agreement(
    desk("ask", ("ana", "ben"), ("cleo",), order=("walk_in", "phone", "im")),
    desk("law", ("cleo",)),
)
TWO_DESKS = agreement(desk("ask", ("ana",), order=("walk_in", "im")), desk("law", ("ana",)))
MESSAGES_FIRST = agreement(desk("ask", ("ana", "ben"), order=("phone", "im", "walk_in")))
ALONE = agreement(desk("ask", ("ana",), order=("walk_in", "im")))
OR_A_COLLEAGUE = "Write colleague if you would rather have somebody else."


@pytest.fixture
def scene() -> Scene:
    """The order of service is walk-ins, phone, messages."""
    return Scene(WALK_INS_FIRST)


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


def kept(scene: Scene) -> Engagement:
    """The engagement that the last step keeps."""
    (record,) = {id(one.record): one.record for one in scene.of_kind(Keep)}.values()
    assert isinstance(record, Engagement)
    return record


# Who is asked.


def test_nothing_new_is_offered_to_somebody_with_a_walk_in(
    pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.commands("!walkin 5 a reader with a map")
    ana.was_told(phrases.ENGAGED_NOTED)
    ana.was_told("with somebody at the desk, about 5 min.\nNothing new is offered to you")
    pat.says("Where is the map?")
    ana.was_told_nothing()
    ben.was_told(phrases.OFFER)


def test_an_open_offer_goes_to_the_others(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.commands("!walkin")
    scene.passes(60)
    ana.was_told_nothing()
    assert ben.told


def test_the_next_tier_is_asked_at_once_when_all_of_the_first_are_engaged(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    cleo.shows("available")
    ana.commands("!walkin")
    ben.commands("!phone 10")
    pat.says("Where is the map?")
    cleo.was_told(phrases.OFFER)


def test_where_messages_come_first_offers_go_on(pat: PatronAt) -> None:
    ana = (scene := Scene(MESSAGES_FIRST)).staff("ana")
    ana.commands("!walkin 5")
    ana.was_told("offers go on")
    scene.patron("pat").says("Where is the map?")
    ana.was_told(phrases.OFFER)
    ana.commands("!phone")
    ana.was_told("Nothing new is offered")
    scene.patron("quinn").says("And the other map?")
    ana.was_told_nothing()


def test_first_come_first_served_asks_an_engaged_librarian_when_nobody_else_can() -> None:
    scene = Scene(on_duty=("ana", "ben"))
    ana, ben, pat = scene.staff("ana"), scene.staff("ben"), scene.patron("pat")
    ana.commands("!walkin 20")
    ana.was_told("you are asked only when nobody else can answer")
    pat.says("Where is the map?")
    ben.was_told(phrases.OFFER)
    ana.was_told_nothing()
    ben.replies("!decline", to=pat)
    ana.was_told(phrases.OFFER)


def test_first_come_first_served_asks_an_engaged_librarian_at_once_when_alone() -> None:
    scene = Scene(on_duty=("ana",))
    ana, pat = scene.staff("ana"), scene.patron("pat")
    ana.commands("!phone")
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)


def test_each_desk_has_its_own_order() -> None:
    scene = Scene(TWO_DESKS, on_duty=("ana",))
    ana = scene.staff("ana")
    ana.commands("!walkin")
    ana.was_told("\nThe ask desk: Nothing new is offered to you until !back.\n")
    ana.was_told("\nThe law desk: Until !back you are asked only when nobody else can answer.")
    scene.patron("lee", "law").says("Which code?")
    ana.was_told(phrases.OFFER)
    scene.patron("pat").says("Where is the map?")
    ana.was_told_nothing()


def test_nobody_passes_a_patron_on_to_an_engaged_colleague(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands("!walkin")
    ana.replies("!transfer ben", to=served)
    ana.was_told(phrases.CANNOT_PASS_AWAY)
    assert served.owner == "ana"


def test_an_engaged_librarian_may_still_claim(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.commands("!walkin")
    ana.replies("In the map room.", to=pat)
    pat.was_told("In the map room.")
    assert pat.owner == "ana"


def test_a_patron_who_comes_back_meets_somebody_who_has_time(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!close", to=served)
    ana.commands("!walkin")
    served.says("And the other map?")
    ben.was_told(phrases.OFFER)
    assert served.owner == ""


def test_who_is_back_is_offered_what_waits(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    ana.commands("!walkin")
    pat.says("Where is the map?")
    ana.commands("!back")
    ana.was_told(phrases.BACK_NOTED)
    ana.was_told(phrases.OFFER)


def test_nobody_invites_an_engaged_colleague(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands("!phone")
    ana.replies("!invite ben", to=served)
    ana.was_told(phrases.CANNOT_INVITE)
    ana.was_told("on the phone")
    ben.was_told_nothing()


# What patrons are told.


def test_their_patrons_are_told_once(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.commands("!walkin 5")
    served.was_told("Ana is with somebody at the desk, about 5 min.")
    served.was_not_told(OR_A_COLLEAGUE)
    scene.passes(300)
    served.was_told_nothing()


def test_a_call_is_a_call(served: PatronAt, ana: Librarian) -> None:
    ana.commands("!phone 2")
    served.was_told("Ana is on the phone, about 2 min.")


def test_more_time_is_told_too(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.commands("!walkin 5")
    scene.passes(310)
    ana.commands("!walkin 3")
    served.was_told("It takes Ana about 3 min more.")
    ana.commands("!back")
    served.was_told(phrases.ENGAGED_BACK)


def test_what_takes_longer_than_the_limit_comes_with_a_colleague(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.commands("!walkin 15")
    served.was_told(OR_A_COLLEAGUE)
    served.says("Colleague")
    served.was_told(phrases.COLLEAGUE_ASKED)
    ana.was_told(phrases.TAKEN_FOR_COLLEAGUE)
    ben.was_told(phrases.OFFER)
    ben.replies("I can help.", to=served)
    assert served.owner == "ben"


def test_what_grows_longer_than_the_limit_too(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.commands("!walkin 8")
    served.was_not_told(OR_A_COLLEAGUE)
    scene.passes(480)
    ana.commands("!walkin 5")
    served.was_told(OR_A_COLLEAGUE)


def test_one_after_the_other_is_as_long_as_both(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.commands("!walkin 8")
    scene.passes(470)
    ana.commands("!phone 5")
    served.was_told("on the phone")
    served.was_told(OR_A_COLLEAGUE)


def test_no_colleague_is_offered_where_there_is_none() -> None:
    scene = Scene(ALONE, on_duty=("ana",))
    ana, pat = scene.staff("ana"), scene.patron("pat")
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    ana.commands("!walkin 30")
    pat.was_told("Ana is with somebody at the desk, about 30 min.")
    pat.was_not_told(OR_A_COLLEAGUE)
    pat.says("colleague")
    pat.was_told(phrases.COLLEAGUE_NONE)
    assert pat.owner == "ana"


def test_colleague_while_nobody_is_engaged_tells_where_they_stand(
    scene: Scene, served: PatronAt
) -> None:
    served.says("colleague")
    served.was_told(phrases.PATRON_SERVED)
    assert served.owner == "ana"
    quinn = scene.patron("quinn")
    quinn.says("colleague")
    quinn.was_told(phrases.PATRON_NO_SESSION)


def test_the_waiting_patron_is_shown_the_order_when_somebody_is_engaged(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.commands("!walkin")
    ben.commands("!walkin")
    pat.says("Where is the map?")
    pat.was_told(phrases.RECEIVED_BUSY)
    pat.was_told("People at the desk come first, then the phone, then messages.")
    scene.passes(45)
    pat.was_told(phrases.STILL_LOOKING)
    pat.was_not_told("People at the desk")


def test_the_waiting_patron_is_shown_the_order_once(scene: Scene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    pat.was_not_told("People at the desk")
    scene.passes(45)
    pat.was_told("People at the desk come first, then the phone, then messages.")
    scene.passes(90)
    pat.was_told(phrases.STILL_LOOKING)
    pat.was_not_told("People at the desk")


def test_the_library_says_its_order_in_its_own_words() -> None:
    words = "We first help whoever stands before us."
    scene = Scene(agreement(desk("ask", ("ana",), order=("walk_in", "im"), order_text=words)))
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    scene.passes(45)
    pat.was_told(words)


def test_two_channels_are_an_order_too() -> None:
    scene = Scene(ALONE, on_duty=("ana",))
    scene.staff("ana").commands("!walkin")
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.was_told("People at the desk come first, then messages.")


def test_first_come_is_told_only_when_it_matters() -> None:
    scene = Scene()
    pat, ana, quinn = scene.patron("pat"), scene.staff("ana"), scene.patron("quinn")
    pat.says("Where is the map?")
    scene.passes(45)
    pat.was_not_told(phrases.ORDER_FIRST_COME.text)
    ana.commands("!walkin")
    quinn.says("And the other?")
    quinn.was_told(phrases.ORDER_FIRST_COME.text)


# Silence that says nothing.


def test_who_is_engaged_is_not_silent(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    ana.commands("!walkin 10")
    scene.passes(590)
    assert pat.owner == "ana"
    ana.commands("!back")
    scene.passes(88)
    assert pat.owner == "ana"
    scene.passes(4)
    assert pat.owner == ""
    ben.was_told(phrases.OFFER)


def test_nobody_hurries_somebody_who_is_engaged(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.commands("!phone 8")
    served.says("The harbour one")
    scene.passes(470)
    ana.was_told_nothing()
    ana.commands("!back")
    scene.passes(91)
    ana.was_told(phrases.OWNER_REMINDER)


def test_a_patron_who_waits_for_them_is_not_called_idle(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.commands("!walkin 10")
    scene.passes(600)
    served.was_told_nothing()


def test_whom_they_claim_meanwhile_they_must_answer(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.commands("!walkin 10")
    ana.replies("!take", to=pat)
    scene.passes(90)
    pat.was_told(phrases.OWNER_SILENT)
    assert pat.owner == ""


# The end of it.


def test_when_the_time_is_up_they_are_asked_once_and_then_back(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    ana.commands("!walkin 5")
    began = scene.now
    scene.passes(300)
    ana.was_told("Are you back? !back, or !walkin 5 for more.")
    pat.says("Where is the map?")
    ana.was_told_nothing()
    scene.passes(90)
    ana.was_told(phrases.TAKEN_AS_BACK)
    ana.was_told(phrases.OFFER)
    assert kept(scene).ended == began + 300


def test_a_reply_means_that_they_can_type_and_not_that_they_are_back(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.commands("!walkin 5")
    ana.replies("One moment.", to=served)
    quinn = scene.patron("quinn")
    quinn.says("And the other?")
    ana.was_told_nothing()


def test_more_is_more_and_not_another(scene: Scene, ana: Librarian) -> None:
    ana.commands("!walkin 5 a map")
    first = kept(scene)
    scene.passes(320)
    ana.commands("!walkin 5")
    assert kept(scene) is first
    assert (first.until, first.asked) == (scene.now + 300, 0.0)
    scene.passes(300)
    ana.was_told(phrases.ARE_YOU_BACK)


def test_another_ends_the_one_before(scene: Scene, ana: Librarian) -> None:
    ana.commands("!walkin 5 a map")
    first = kept(scene)
    ana.commands("!phone 3 Renewal")
    assert first.ended == scene.now
    second = scene.room.engagements["ana"]
    assert (second.kind, second.detail, second.until) == ("phone", "renewal", scene.now + 180)
    ana.commands("!phone another call")
    assert second.ended == scene.now
    assert scene.room.engagements["ana"].until == scene.now + 300


def test_off_ends_it(scene: Scene, ana: Librarian) -> None:
    ana.commands("!walkin 30")
    ana.commands("!off")
    assert kept(scene).ended == scene.now
    scene.passes(2000)
    ana.was_told_nothing()


def test_it_outlasts_a_lost_connection(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.commands("!walkin 5")
    ana.shows("unavailable")
    ana.shows("available")
    pat.says("Where is the map?")
    ana.was_told_nothing()


def test_nobody_is_asked_who_is_not_there(scene: Scene, ana: Librarian) -> None:
    ana.commands("!walkin 5")
    until = scene.room.engagements["ana"].until
    ana.shows("unavailable")
    scene.passes(301)
    ana.was_told_nothing()
    assert kept(scene).ended == until


def test_nobody_is_asked_over_a_lost_link(scene: Scene, ana: Librarian) -> None:
    ana.commands("!walkin 5")
    scene.link_is_lost()
    scene.passes(400)
    ana.was_told_nothing()
    scene.link_is_back()
    ana.shows("available")
    scene.passes(90)
    ana.was_told(phrases.ARE_YOU_BACK)


def test_it_outlasts_a_restart(scene: Scene, ana: Librarian) -> None:
    store = Records()
    for step in ("!walkin 5 a map", "!status"):
        ana.commands(step)
        store.keep(scene.effects)
    later = Scene(WALK_INS_FIRST, ledger=store.ledger())
    later.now = scene.now
    pat = later.patron("pat")
    pat.says("Where is the map?")
    later.staff("ana").was_told_nothing()
    later.staff("ben").was_told(phrases.OFFER)
    later.passes(305)
    later.staff("ana").was_told(phrases.ARE_YOU_BACK)


def test_a_needless_back_says_so(ana: Librarian) -> None:
    ana.commands("!back")
    ana.was_told(phrases.NOT_ENGAGED)


@pytest.mark.parametrize("text", ["!walkin 0", "!walkin 1923 map", "!phone 9 h"])
def test_a_time_that_cannot_be_is_asked_for(ana: Librarian, scene: Scene, text: str) -> None:
    ana.commands(text)
    ana.was_told(phrases.ENGAGEMENT_ASK)
    assert not scene.room.engagements


@pytest.mark.parametrize(
    ("text", "minutes", "detail"),
    [
        ("!walkin", 5, ""),
        ("!w 7", 7, ""),
        ("!walk-in 7", 7, ""),
        ("!Walkin 5 A Reader  with a map", 5, "a reader with a map"),
        ("!walkin the 1923 map", 5, "the 1923 map"),
        ("!walkin 1 h", 60, ""),
        ("!walkin 10min: map", 10, "map"),
    ],
)
def test_however_sloppily_it_is_typed(
    scene: Scene, ana: Librarian, text: str, minutes: float, detail: str
) -> None:
    ana.commands(text)
    engagement = scene.room.engagements["ana"]
    assert (engagement.until - scene.now, engagement.detail) == (minutes * 60, detail)


def test_colleagues_see_it(ana: Librarian, ben: Librarian) -> None:
    ana.commands("!walkin")
    ben.commands("!who")
    ben.was_told("Ana: with somebody at the desk")
    ana.commands("!phone")
    ben.commands("!who")
    ben.was_told("Ana: on the phone")


def test_a_desk_whose_librarians_are_engaged_is_staffed(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    for one in (ana, ben):
        one.commands("!walkin")
    pat.says("Where is the map?")
    pat.was_not_told(phrases.RECEIVED_NOBODY)
    pat.was_told(phrases.RECEIVED_BUSY)


def test_an_agreement_with_another_order_counts_at_once() -> None:
    scene = Scene(MESSAGES_FIRST)
    ana, pat = scene.staff("ana"), scene.patron("pat")
    ana.commands("!walkin 10")
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)
    scene.happens(AgreementChanged(WALK_INS_FIRST))
    scene.passes(100)
    ana.was_told_nothing()


def test_a_limit_is_a_limit_also_for_who_is_asked_last() -> None:
    one = agreement(desk("ask", ("ana",)), staff=[librarian("ana", limit=1)])
    scene = Scene(one, on_duty=("ana",))
    pat, quinn, ana = scene.patron("pat"), scene.patron("quinn"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("Which?", to=pat)
    ana.commands("!walkin")
    quinn.says("And the other?")
    ana.was_told_nothing()
