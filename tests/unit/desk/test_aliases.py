"""Aliases show themselves to those who answer, and stand in their rosters where servers let us."""

import pytest

from imref.config.wording import wording
from imref.desk.effects import Keep, KeepPatron, Remove, ShowPresence
from imref.desk.errands import ListAlias, UnlistAlias
from imref.desk.events import AgreementChanged, Privileged, RosterAnswered, Stopping
from imref.desk.ledger import Ledger
from imref.desk.records import Record, RosterItem
from imref.desk.roster import aliases

from .scene import PatronAt, Scene, address_of, agreement, desk, librarian

HOST = "staff.example"
ANA, BEN = address_of("ana"), address_of("ben")


def granted(scene: Scene, *, may_write: bool = True) -> None:
    """The server of the staff says what we may do."""
    scene.happens(Privileged(HOST, may_write))


def shown(scene: Scene, pat: PatronAt) -> dict[str, str]:
    """What the last step shows of an alias, by address."""
    shows = scene.of_kind(ShowPresence)
    return {show.recipient: show.show for show in shows if show.sender == pat.alias}


def listed(scene: Scene) -> list[tuple[str, str]]:
    """Whose roster the last step gives which name."""
    return [(one.owner, one.name) for one in scene.of_kind(ListAlias)]


def unlisted(scene: Scene) -> list[str]:
    """Out of whose roster the last step takes a name."""
    return [one.owner for one in scene.of_kind(UnlistAlias)]


def kept(scene: Scene) -> list[Record]:
    """The records that the last step keeps of rosters."""
    return [one.record for one in scene.of_kind(Keep) if isinstance(one.record, RosterItem)]


def served(scene: Scene) -> PatronAt:
    """A patron with whom Ana is."""
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    scene.staff("ana").replies("In the map room.", to=pat)
    return pat


# Presence: who sees an alias.


def test_an_alias_shows_itself_to_whom_it_is_offered_then_to_whom_it_has() -> None:
    scene = Scene()
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    assert shown(scene, pat) == {ANA: "available", BEN: "available"}
    scene.staff("ana").replies("In the map room.", to=pat)
    assert shown(scene, pat) == {BEN: "unavailable"}
    pat.says("Which floor?")
    assert shown(scene, pat) == {}
    scene.staff("ana").commands("!close", window=pat.alias)
    assert shown(scene, pat) == {ANA: "unavailable"}


def test_it_follows_a_transfer_and_a_guest() -> None:
    scene = Scene()
    pat = served(scene)
    scene.staff("ana").commands("!invite ben", window=pat.alias)
    assert shown(scene, pat) == {BEN: "available"}
    scene.staff("ben").commands("!leave", window=pat.alias)
    assert shown(scene, pat) == {BEN: "unavailable"}
    scene.staff("ana").commands("!transfer ben", window=pat.alias)
    assert shown(scene, pat) == {ANA: "unavailable", BEN: "available"}


def test_a_new_link_and_a_stop_are_told_to_those_who_see_it() -> None:
    scene = Scene()
    pat = served(scene)
    scene.link_is_lost()
    assert shown(scene, pat) == {}
    scene.link_is_back()
    assert shown(scene, pat) == {ANA: "available"}
    scene.happens(Stopping())
    assert shown(scene, pat) == {ANA: "unavailable"}


# Rosters: what it is called there.


def test_without_a_privilege_no_roster_is_touched() -> None:
    scene = Scene()
    served(scene)
    assert listed(scene) == []
    granted(scene, may_write=False)
    assert listed(scene) == []


def test_who_answers_has_the_patron_in_their_roster_for_as_long() -> None:
    scene = Scene()
    granted(scene)
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    assert listed(scene) == []
    scene.staff("ana").replies("In the map room.", to=pat)
    assert listed(scene) == [(ANA, f"Patron {pat.known.number} · The ask desk")]
    assert [(one.alias, one.group) for one in scene.of_kind(ListAlias)] == [(pat.alias, "Patrons")]
    assert [(one.owner, one.alias) for one in scene.room.listed.values()] == [(ANA, pat.alias)]
    pat.says("Which floor?")
    assert listed(scene) == []
    scene.staff("ana").commands("!close", window=pat.alias)
    assert unlisted(scene) == [ANA]


def test_it_is_kept_before_it_is_asked_and_until_it_is_confirmed() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    kinds = [type(effect) for effect in scene.effects]
    assert kinds.index(Keep) < kinds.index(ListAlias)
    scene.happens(RosterAnswered(ANA, pat.alias, removed=False))
    scene.staff("ana").commands("!close", window=pat.alias)
    assert not scene.of_kind(Remove)
    scene.happens(RosterAnswered(ANA, pat.alias, removed=True))
    assert len(scene.of_kind(Remove)) == 1
    assert scene.room.listed == {}


def test_a_transfer_takes_the_name_along() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    scene.staff("ana").commands("!transfer ben", window=pat.alias)
    assert unlisted(scene) == [ANA]
    scene.staff("ben").replies("Second floor.", to=pat)
    assert [owner for owner, _ in listed(scene)] == [BEN]


def test_a_guest_has_it_too() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    scene.staff("ana").commands("!invite ben", window=pat.alias)
    assert [owner for owner, _ in listed(scene)] == [BEN]
    scene.staff("ana").commands("!close", window=pat.alias)
    assert sorted(unlisted(scene)) == [ANA, BEN]


def test_a_name_that_the_patron_gives_is_taken_with_the_number() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    pat.known.name = "Ana (librarian)"
    scene.effects = scene.room.out = [KeepPatron(pat.known)]
    aliases.look(scene.room, tuple(scene.effects))
    number = pat.known.number
    assert listed(scene) == [(ANA, f"Ana (librarian) (patron {number}) · The ask desk")]


def test_each_reads_it_in_their_own_language() -> None:
    agreed = agreement(staff=[librarian("ana", language="de")], wording=wording("en", {}))
    scene = Scene(agreed)
    granted(scene)
    pat = served(scene)
    assert listed(scene) == [(ANA, f"Person {pat.known.number} · The ask desk")]


def test_a_privilege_that_comes_late_names_who_is_there_already() -> None:
    scene = Scene()
    served(scene)
    granted(scene)
    assert [owner for owner, _ in listed(scene)] == [ANA]


def test_a_server_speaks_for_its_own_users_only() -> None:
    scene = Scene()
    served(scene)
    scene.happens(Privileged("elsewhere.example", may_write=True))
    assert listed(scene) == []


# What goes wrong.


def test_what_a_crash_left_behind_is_taken_out_at_the_next_privilege() -> None:
    scene = Scene(ledger=Ledger(records=[RosterItem(1, BEN, "patron-999")], next_record=2))
    assert unlisted(scene) == []
    granted(scene)
    assert [(one.owner, one.alias) for one in scene.of_kind(UnlistAlias)] == [(BEN, "patron-999")]
    scene.happens(RosterAnswered(BEN, "patron-999", removed=True, condition="item-not-found"))
    assert len(scene.of_kind(Remove)) == 1


def test_what_is_still_right_after_a_crash_is_named_again_and_stays() -> None:
    scene = Scene()
    granted(scene)
    served(scene)
    scene.link_is_lost()
    scene.link_is_back()
    assert listed(scene) == []
    granted(scene)
    assert [owner for owner, _ in listed(scene)] == [ANA]
    assert unlisted(scene) == []
    assert kept(scene) == []


@pytest.mark.parametrize("condition", ["forbidden", "internal-server-error"])
def test_a_server_that_refuses_is_not_asked_again(condition: str) -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    scene.happens(RosterAnswered(ANA, pat.alias, removed=False, condition=condition))
    assert len(scene.of_kind(Remove)) == 1
    pam = scene.patron("pam")
    pam.says("And the atlas?")
    scene.staff("ana").replies("Beside it.", to=pam)
    assert listed(scene) == []
    scene.staff("ana").commands("!close", window=pat.alias)
    assert unlisted(scene) == []


def test_one_that_refuses_to_take_it_out_is_asked_when_it_lets_us_again() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    scene.staff("ana").commands("!close", window=pat.alias)
    scene.happens(RosterAnswered(ANA, pat.alias, removed=True, condition="forbidden"))
    assert not scene.of_kind(Remove)
    granted(scene)
    assert unlisted(scene) == [ANA]


def test_no_answer_proves_nothing() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    lost = "remote-server-timeout"
    scene.happens(RosterAnswered(ANA, pat.alias, removed=False, condition=lost))
    assert not scene.of_kind(Remove)
    scene.staff("ana").commands("!close", window=pat.alias)
    assert unlisted(scene) == [ANA]
    scene.happens(RosterAnswered(ANA, pat.alias, removed=True, condition=lost))
    assert not scene.of_kind(Remove)


def test_somebody_without_an_account_takes_nothing_from_the_others() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    nobody = "service-unavailable"
    scene.happens(RosterAnswered(ANA, pat.alias, removed=False, condition=nobody))
    assert scene.room.listed == {}
    pat.says("Which floor?")
    assert listed(scene) == []
    pam = scene.patron("pam")
    pam.says("And the atlas?")
    scene.staff("ben").replies("Beside it.", to=pam)
    assert [owner for owner, _ in listed(scene)] == [BEN]


def test_whoever_takes_it_again_before_the_server_has_answered_keeps_it() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    scene.staff("ana").commands("!close", window=pat.alias)
    pat.says("One more thing: which floor?")  # within ten minutes: Ana has them again
    assert [owner for owner, _ in listed(scene)] == [ANA]
    scene.happens(RosterAnswered(ANA, pat.alias, removed=True))
    assert not scene.of_kind(Remove)


def test_whoever_leaves_the_staff_loses_it() -> None:
    scene = Scene()
    granted(scene)
    served(scene)
    scene.happens(AgreementChanged(agreement(desk("ask", ("ben",)))))
    assert unlisted(scene) == [ANA]


def test_whoever_is_forgotten_leaves_no_name_behind() -> None:
    scene = Scene()
    granted(scene)
    pat = served(scene)
    alias = pat.alias
    pat.says("forget me")
    pat.says("yes")
    assert unlisted(scene) == [ANA]
    assert (ANA, alias) not in scene.room.named
    scene.happens(RosterAnswered(ANA, alias, removed=True))
    assert len(scene.of_kind(Remove)) == 1
