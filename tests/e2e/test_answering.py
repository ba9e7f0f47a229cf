"""A patron asks, librarians answer from their own clients."""

from .conftest import Library


async def test_the_first_answer_takes_the_question(library: Library) -> None:
    pat, ana, ben, cleo = await library.cast("pat", "ana", "ben", "cleo")

    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("your question has reached Ask a librarian", by="ask@")
    await pat.sees_receipt()
    await ana.hears("1923 map", by="patron-")
    await ben.hears("1923 map", by="patron-")
    await cleo.hears_nothing()  # the second tier is not asked yet

    await ana.replies("In the map room.")
    await pat.hears("Ana is here", by="ask@")
    await pat.hears("In the map room.", by="ask@")
    await ana.sees_receipt()
    await ben.hears("Ana has this one", by="patron-")

    await ben.replies("Try the cellar.")
    await ben.hears("Your message was not sent", by="patron-")
    await pat.hears_nothing(containing="cellar")

    await pat.replies("Thank you!")
    await pat.sees_receipt()
    await ana.hears("Thank you!", by="patron-")
    await ben.hears_nothing(containing="Thank you")


async def test_nobody_ever_sees_the_other_sides_address(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")

    await pat.says("ask", "Anybody?")
    await ana.hears("Anybody?", by="patron-")
    await ana.replies("Yes.")
    await pat.hears("Yes.")
    await ana.sees_receipt()

    assert not [line for line in ana.script.lines if "pat@" in line.peer + line.text + line.nick]
    assert not [line for line in pat.script.lines if "ana@" in line.peer + line.text + line.nick]


async def test_typing_and_corrections_pass_both_ways(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Where is the mop?")
    await ana.hears("mop", by="patron-")
    await ana.replies("In the mop room.")
    await pat.hears("mop room")

    await pat.types()
    await ana.sees_typing(by="patron-")
    await pat.corrects("Where is the map?")
    await ana.hears("Correction: Where is the map?", by="patron-")  # she read it in an offer
    await pat.says("ask", "The map of 1932")
    line = await ana.hears("1932", by="patron-")
    await pat.corrects("The map of 1923")
    assert (await ana.hears_correction("1923", by="patron-")).refers == line.id
    await ana.types()
    await pat.sees_typing(by="ask@")
    await ana.corrects("In the map room.")
    correction = await pat.hears_correction("map room", by="ask@")

    answer = pat.heard("In the mop room.")[0]
    assert correction.refers == answer.id


async def test_several_devices_are_one_person(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await ana.comes_online(on="phone")
    await pat.comes_online(on="tablet")

    await pat.says("ask", "From my desk")
    await ana.hears("From my desk", by="patron-")
    await ana.replies("From the phone", on="phone")
    await pat.hears("From the phone")
    await pat.says("ask", "From my tablet", on="tablet")
    line = await ana.hears("From my tablet", by="patron-")

    assert {line.peer for line in ana.heard()} == {line.peer}


async def test_a_patron_who_comes_back_meets_the_same_librarian(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "First question")
    await ana.hears("First question")
    await ben.hears("First question")
    await ana.replies("First answer")
    await pat.hears("First answer")
    await ana.replies("!close")
    await pat.hears("has ended the conversation")
    await ana.hears("Closed")

    await pat.says("ask", "One more thing")
    await ana.hears("One more thing", by="patron-")
    await pat.hears("Welcome back. You are with Ana again.")
    await ben.hears_nothing(containing="One more thing")

    await pat.says("ask", "bye")
    await pat.hears("Good-bye")
    await ana.hears("They have said bye")


async def test_an_answer_finds_a_patron_who_is_away(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Is it open on Sunday?")
    await ana.hears("Sunday")
    await pat.sees_receipt()

    await pat.goes_offline()
    await ana.replies("Yes, from ten.")
    await ana.settles()
    await pat.comes_online()

    await pat.hears("Yes, from ten.", by="ask@")
    await ana.sees_receipt()


async def test_two_answers_in_the_same_instant_make_one_owner(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Who is faster?")
    await ana.hears("faster")
    await ben.hears("faster")

    await ana.replies("I am, says Ana.")
    await ben.replies("I am, says Ben.")
    first = await pat.hears("I am, says")
    owner, second = (ana, ben) if "Ana" in first.text else (ben, ana)
    await owner.sees_receipt()
    await second.hears(f"{owner.name.capitalize()} has this one. Your message was not sent")

    await pat.settles()
    assert len(pat.heard("I am, says")) == 1
