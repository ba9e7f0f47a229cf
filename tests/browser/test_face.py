"""Every state of the chat window, as people with and without a mouse, or without eyes, meet it."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from .gallery import STATES, USED, WORDS, Gallery
from .visits import PHONE, Visits, axe, shot

DESKTOP = {"width": 1280, "height": 800}
ZOOMED = {"width": 640, "height": 400}
"""What is left of a desktop's window at 200 %."""
TINTED = "#ffd54a"
"""A library's colour on which nobody can read white."""


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    with Gallery() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def people(chromium: Browser) -> AsyncIterator[Visits]:
    visits = Visits(chromium)
    yield visits
    await visits.end()
    assert visits.complaints == []


class Shown:
    """A window of the gallery, and what can be done with it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.window = page.get_by_role("dialog", name="Ask a librarian")
        self.button = page.get_by_role("button", name="Ask a librarian")
        self.log = page.get_by_role("log", name="Conversation")
        self.field = page.get_by_role("textbox", name="Write a message")
        self.question = page.get_by_role("textbox", name="Your question")
        self.status = page.locator("imref-ask section > [role=status]")

    async def asked(self) -> list[list[Any]]:
        """What the window asked of the conversation, in order; without signs of typing."""
        asked: list[list[Any]] = await self.page.evaluate("element.scripted.asked")
        return [each for each in asked if each[0] != "typing"]

    async def add(self, speaker: str, text: str, **more: object) -> None:
        """Somebody says something."""
        await self.page.evaluate(
            "([who, text, more]) => element.scripted.add(line(who, text, more))",
            [speaker, text, more],
        )

    async def play(self, **changes: object) -> None:
        """Something changes in the conversation."""
        await self.page.evaluate("(next) => element.scripted.play(next)", changes)

    def focused(self) -> Locator:
        return self.page.locator("imref-ask *:focus")


async def seen(people: Visits, gallery: Gallery, state: str, **options: Any) -> Shown:
    """Somebody opens the page of the gallery that shows the window in ``state``."""
    calm = {"viewport": DESKTOP, "reduced_motion": "reduce"}
    page = await people(gallery.page(state), **{**calm, **options})
    shown = await settled(page)
    await page.evaluate("element.scripted && (element.scripted.asked.length = 0)")
    return shown


async def settled(page: Page) -> Shown:
    """The window, once it is as its state wants it."""
    await page.locator("html[data-settled]").wait_for(state="attached")
    return Shown(page)


# Everybody can use it.


@pytest.mark.parametrize("state", STATES)
async def test_every_state_is_accessible_and_fits(
    state: str, people: Visits, gallery: Gallery
) -> None:
    found: dict[str, list[str]] = {}
    page = await people(gallery.page(state), reduced_motion="reduce")
    for direction in ("ltr", "rtl"):
        await page.goto(gallery.page(state, dir=direction))
        await settled(page)
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for size in (DESKTOP, PHONE["viewport"]):
                await page.set_viewport_size(size)
                name = f"{state}-{direction}-{scheme}-{size['width']}"
                await shot(page, f"face/{name}")
                if violations := await axe(page) + await page.evaluate(STICKS_OUT):
                    found[name] = violations
        await page.set_viewport_size(ZOOMED)
        if outside := await page.evaluate(STICKS_OUT):
            found[f"{state}-{direction}-zoomed"] = outside
    assert found == {}


@pytest.mark.parametrize("color", [TINTED, "#000", "white", "#7f7f7f", "rebeccapurple"])
async def test_any_colour_of_a_library_can_be_read(
    color: str, people: Visits, gallery: Gallery
) -> None:
    page = await people(gallery.page("conversation", color=color), viewport=DESKTOP)
    await settled(page)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        await shot(page, f"face/color-{color.lstrip('#')}-{scheme}")
        assert await axe(page) == []


STICKS_OUT = """() => [...element.shadowRoot.querySelectorAll("*")]
    .filter((each) => !each.closest(".unseen, svg"))
    .filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    })
    .map((each) => `sticks out: ${each.className || each.localName}`)"""


@pytest.mark.parametrize("state", ["ask-details", "conversation"])
async def test_a_phone_does_not_zoom_into_a_field(
    state: str, people: Visits, gallery: Gallery
) -> None:
    """Safari on iOS does, into letters of less than 16 pixels."""
    shown = await seen(people, gallery, state, **PHONE)
    for field in await shown.page.locator("imref-ask :is(input, textarea):visible").all():
        size = await field.evaluate("(field) => parseFloat(getComputedStyle(field).fontSize)")
        assert size >= 16


async def test_no_keyboard_rises_before_a_phone_is_told_anything(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "button-open", **PHONE)
    await shown.button.tap()
    await expect(shown.window).to_be_focused()
    await shown.question.tap()
    await shown.page.keyboard.type("Where are the maps?")
    await shown.page.keyboard.press("Enter")
    await expect(shown.window).to_be_focused()
    await shown.page.keyboard.press("Escape")
    await expect(shown.button).to_be_focused()


async def test_the_window_covers_a_phone(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation", **PHONE)
    assert await shown.window.bounding_box() == {"x": 0, "y": 0, "width": 375, "height": 667}
    await expect(shown.window).to_have_attribute("aria-modal", "true")


async def test_the_style_of_the_page_stays_outside(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "button-open")
    style = await shown.button.evaluate("(each) => ({...getComputedStyle(each)}.textTransform)")
    assert style == "none"


async def test_the_window_stands_on_the_side_that_the_library_chose(
    people: Visits, gallery: Gallery
) -> None:
    sides = {}
    for position, direction in (("end", "ltr"), ("start", "ltr"), ("end", "rtl")):
        page = await people(
            gallery.page("button-open", position=position, dir=direction), viewport=DESKTOP
        )
        shown = await settled(page)
        box = await shown.button.bounding_box()
        assert box
        sides[position, direction] = "left" if box["x"] < 640 else "right"
    assert sides == {("end", "ltr"): "right", ("start", "ltr"): "left", ("end", "rtl"): "left"}


async def test_it_can_fill_a_place_on_the_page(people: Visits, gallery: Gallery) -> None:
    page = await people(gallery.page("conversation", position="inline"), viewport=DESKTOP)
    await settled(page)
    await expect(page.get_by_role("log")).to_be_visible()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert await axe(page) == []


async def test_whoever_wants_no_motion_has_none(people: Visits, gallery: Gallery) -> None:
    moving = await seen(people, gallery, "typing", reduced_motion="no-preference")
    assert await moving.page.evaluate(MOVING) > 0
    still = await seen(people, gallery, "typing", reduced_motion="reduce")
    assert await still.page.evaluate(MOVING) == 0


MOVING = """() => element.shadowRoot.getAnimations().length"""


# With the keyboard alone.


async def test_the_button_opens_the_window_and_escape_closes_it(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "button-open")
    await shown.page.keyboard.press("Tab")
    await expect(shown.button).to_be_focused()
    await shown.page.keyboard.press("Enter")
    await expect(shown.question).to_be_focused()
    await shown.page.keyboard.press("Escape")
    await expect(shown.button).to_be_focused()
    await expect(shown.window).to_have_count(0)


async def test_a_question_is_asked(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "button-open")
    await shown.button.click()
    await shown.page.keyboard.type("Where are the\nmaps?".replace("\n", " "))
    await shown.page.keyboard.press("Shift+Enter")
    await shown.page.keyboard.type("I am on the ground floor.")
    await shown.page.keyboard.press("Tab")
    await shown.page.keyboard.press("Enter")
    await expect(shown.page.get_by_role("textbox", name="Name")).to_be_focused()
    await shown.page.keyboard.type("Ida")
    await shown.page.keyboard.press("Tab")
    await shown.page.keyboard.type("ida@mail.example")
    await shown.page.keyboard.press("Enter")
    await expect(shown.field).to_be_focused()
    assert await shown.asked() == [
        ["open", {"name": "Ida", "email": "ida@mail.example"}],
        ["say", "Where are the maps?\nI am on the ground floor."],
    ]


async def test_no_field_is_required_but_the_question(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "ask-closed")
    await shown.page.get_by_role("button", name="Send the question").click()
    await expect(shown.question).to_be_focused()
    await shown.page.keyboard.type("Until when?")
    await shown.page.keyboard.press("Enter")
    await expect(shown.log).to_contain_text("Until when?")
    assert await shown.asked() == [["open", {"name": "", "email": ""}], ["say", "Until when?"]]


async def test_an_address_that_cannot_be_one_is_asked_about(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "ask-wrong")
    address = shown.page.get_by_role("textbox", name="E-mail address")
    await expect(address).to_be_focused()
    await expect(address).to_have_accessible_description(WORDS["email_wrong"])
    await expect(shown.status).to_have_text(WORDS["email_wrong"])
    assert await shown.asked() == []
    await address.fill("maria@home.example")
    await expect(address).to_have_accessible_description(WORDS["email_hint"])


async def test_enter_sends_and_shift_enter_breaks_a_line(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    await shown.field.focus()
    await shown.page.keyboard.type("One")
    await shown.page.keyboard.press("Shift+Enter")
    await shown.page.keyboard.type("two")
    await shown.page.keyboard.press("Enter")
    await expect(shown.field).to_have_value("")
    await shown.page.keyboard.press("Enter")
    assert await shown.asked() == [["say", "One\ntwo"]]


async def test_the_last_message_is_corrected_with_arrow_up(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "conversation")
    await shown.field.focus()
    await shown.page.keyboard.press("ArrowUp")
    field = shown.page.get_by_role("textbox", name="Change your last message")
    await expect(field).to_have_value("Do I need a card for the map room?")
    await shown.page.keyboard.press("Escape")
    await expect(shown.field).to_have_value("")
    await shown.page.keyboard.press("ArrowUp")
    await field.fill("Do I need a ticket?")
    await shown.page.keyboard.press("Enter")
    await expect(shown.field).to_be_focused()
    [[verb, _, text]] = await shown.asked()
    assert (verb, text) == ("correct", "Do I need a ticket?")


async def test_what_was_begun_comes_back_after_a_correction(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "conversation")
    await shown.field.fill("Half a sen")
    await shown.page.get_by_role("button", name="Change your last message").click()
    await shown.page.keyboard.press("Escape")
    await expect(shown.field).to_have_value("Half a sen")


async def test_an_answer_is_chosen(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "kept")
    answers = shown.page.get_by_role("group", name="Answers to choose from")
    await answers.get_by_role("button", name="Your library account").press("Enter")
    await expect(answers).to_have_count(0)
    await expect(shown.field).to_be_focused()
    assert await shown.asked() == [["choose", "2"]]


async def test_the_menu_is_walked_through(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    more = shown.page.get_by_role("button", name="More")
    await more.press("Enter")
    await shown.page.keyboard.press("Tab")
    await shown.page.keyboard.press("ArrowDown")
    await expect(shown.focused()).to_have_text(WORDS["end"])
    await shown.page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await expect(shown.window).to_be_visible()
    await more.press("Enter")
    await shown.page.keyboard.press("Tab")
    await shown.page.keyboard.press("Enter")
    await expect(shown.field).to_be_focused()
    assert await shown.asked() == [["choose", "transcript"]]


async def test_to_be_forgotten_is_asked_twice(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    more = shown.page.get_by_role("button", name="More")
    await more.click()
    await shown.page.get_by_role("button", name="Forget me").click()
    question = shown.page.get_by_role("alertdialog", name="Forget me")
    await expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    await shown.page.keyboard.press("Escape")
    await expect(question).to_have_count(0)
    await expect(more).to_be_focused()
    assert await shown.asked() == []
    await more.click()
    await shown.page.get_by_role("button", name="Forget me").click()
    await question.get_by_role("button", name="Forget me").click()
    await expect(shown.question).to_be_focused()
    await expect(shown.status).to_have_text(WORDS["forgotten"])
    assert await shown.asked() == [["forget"]]


async def test_on_a_phone_the_focus_stays_inside(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation", **PHONE)
    first = shown.page.get_by_role("button", name="More")
    last = shown.page.get_by_role("button", name="Send", exact=True)
    await last.focus()
    await shown.page.keyboard.press("Tab")
    await expect(first).to_be_focused()
    await shown.page.keyboard.press("Shift+Tab")
    await expect(last).to_be_focused()


@pytest.mark.parametrize("state", ["button-open", "ask-details", "conversation", "kept", "forget"])
async def test_the_focus_can_be_seen_everywhere(
    state: str, people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, state)
    visited = 0
    for _ in range(20):
        await shown.page.keyboard.press("Tab")
        if not await shown.focused().count():
            break
        visited += 1
        width = await shown.focused().evaluate(
            "(each) => getComputedStyle(each).outlineStyle !== 'none'"
            " && parseFloat(getComputedStyle(each).outlineWidth)"
        )
        assert width >= 2, await shown.focused().evaluate("(each) => each.outerHTML")
    assert visited > 0


# Without eyes.


async def test_each_message_is_heard_once_with_its_speaker(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "conversation")
    await expect(shown.log).to_have_attribute("aria-relevant", "additions")
    await shown.page.evaluate(LISTEN)
    await shown.field.fill("Is it far?")
    await shown.field.press("Enter")
    await shown.add("librarian", "Two minutes.", nick="Maria")
    for mark in ("kept", "read"):
        await shown.page.evaluate(
            "(mark) => element.scripted.change("
            "element.scripted.now.lines.findLast((each) => each.from === 'me').id, {mark})",
            mark,
        )
        await expect(shown.log.get_by_role("img", name=WORDS[mark]).last).to_be_visible()
    await shown.play(typing=True)
    await shown.add("desk", "The library closes in ten minutes.")
    await expect(shown.log).to_contain_text("ten minutes")
    heard = [
        re.sub(r",? \d+:\d+( [AP]M)?", "", each) for each in await shown.page.evaluate("heard")
    ]
    assert heard == [
        "You: Is it far?",
        "Maria: Two minutes.",
        "Ask a librarian: The library closes in ten minutes.",
    ]


LISTEN = """() => {
    window.heard = [];
    const said = (each) => [...each.querySelectorAll(".unseen, .text")]
        .map((part) => part.textContent.trim()).join(" ");
    const silent = (each) => each.parentElement?.closest("[aria-live=off]");
    new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
            for (const each of addedNodes)
                if (each.nodeType === 1 && !silent(each) && each.matches("li, p:not(.typing)"))
                    heard.push(said(each));
    }).observe(element.shadowRoot.querySelector("[role=log]"), { childList: true, subtree: true });
}"""


async def test_the_marks_have_words(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "marks")
    for mark in ("sending", "sent", "kept", "read", "failed"):
        await expect(shown.log.get_by_role("img", name=WORDS[mark], exact=True)).to_have_count(1)


async def test_a_failure_is_told_and_tried_again(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "marks")
    await expect(shown.status).to_have_text("We take no messages of this kind.")
    await shown.log.get_by_role("button", name="Try again").click()
    assert [each[0] for each in await shown.asked()] == ["again"]


async def test_a_lost_connection_is_told(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    notice = shown.window.get_by_role("status")
    await expect(notice).to_have_text("")
    await shown.play(link="lost")
    await expect(notice).to_have_text(WORDS["lost"])
    await shown.play(link="online")
    await expect(notice).to_have_text("")


async def test_who_was_refused_tries_again(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "refused")
    await expect(shown.window.get_by_role("status")).to_contain_text(WORDS["refused"])
    await shown.page.get_by_role("button", name="Try again").click()
    assert (await shown.asked())[-1] == ["open", {"name": "", "email": ""}]


async def test_a_closed_window_counts_what_came(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    await shown.page.get_by_role("button", name="Close this window").click()
    await expect(shown.button).to_be_focused()
    await shown.add("librarian", "Are you still there?", nick="Maria")
    await shown.play(unread=1)
    await expect(shown.status).to_have_text("New messages: 1")
    await expect(shown.button).to_have_accessible_name(re.compile("New messages: 1"))
    await shown.button.click()
    await expect(shown.field).to_be_focused()
    assert await shown.page.evaluate("element.scripted.now.unread") == 0


# What is shown.


async def test_only_links_of_the_web_are_links(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "typing")
    await shown.add(
        "librarian",
        "javascript:alert(1) and <b>https://a.example/x_(y)?q=1</b>, (see http://b.example/).",
    )
    links = shown.log.locator("li:last-child a")
    await expect(links).to_have_text(["https://a.example/x_(y)?q=1", "http://b.example/"])
    for link in await links.all():
        assert await link.get_attribute("rel") == "noopener noreferrer"


async def test_styling_loses_no_sign(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "typing")
    await shown.add("librarian", "2*3*4 is *not* a_b_c but `x = _y_` and _this_")
    text = shown.log.locator("li:last-child .text")
    await expect(text).to_have_text("2*3*4 is *not* a_b_c but `x = _y_` and _this_")
    await expect(text.locator("strong, em, code")).to_have_text(["*not*", "`x = _y_`", "_this_"])


async def test_the_length_is_told_when_it_becomes_scarce(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    await shown.field.fill("x" * 1000)
    await expect(shown.field).to_have_accessible_description("")
    await shown.field.fill("x" * 1990)
    await expect(shown.field).to_have_accessible_description("Characters left: 10")
    await shown.field.fill("x" * 2003)
    await expect(shown.field).to_have_accessible_description(re.compile("too long by 3"))
    await shown.field.press("Enter")
    assert await shown.asked() == []


async def test_files_are_chosen_dropped_and_pasted(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation")
    async with shown.page.expect_file_chooser() as chooser:
        await shown.page.get_by_role("button", name="Send a file").click()
    await (await chooser.value).set_files(
        [
            {"name": "one.txt", "mimeType": "text/plain", "buffer": b"1"},
            {"name": "large.bin", "mimeType": "text/plain", "buffer": b"1" * 10_000_001},
        ]
    )
    await expect(
        shown.page.get_by_text("large.bin is too large; files may have up to 10 MB.").first
    ).to_be_visible()
    await expect(shown.page.get_by_role("progressbar", name="Sending one.txt")).to_be_visible()
    await shown.page.evaluate(GIVE, ["dragenter", "drop", "two.txt"])
    await shown.page.evaluate(GIVE, ["paste", "", "three.txt"])
    assert await shown.asked() == [["send", "one.txt"], ["send", "two.txt"], ["send", "three.txt"]]


GIVE = """([first, second, name]) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], name));
    const field = element.shadowRoot.querySelector("textarea");
    for (const kind of [first, second].filter(Boolean)) {
        const options = { bubbles: true, cancelable: true };
        field.dispatchEvent(kind === "paste"
            ? new ClipboardEvent(kind, { ...options, clipboardData: data })
            : new DragEvent(kind, { ...options, dataTransfer: data }));
    }
}"""


async def test_no_files_where_the_library_takes_none(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "lost")
    await expect(shown.page.get_by_role("button", name="Send a file")).to_have_count(0)
    await shown.page.evaluate(GIVE, ["dragenter", "drop", "two.txt"])
    assert await shown.asked() == []


async def test_who_reads_earlier_lines_is_left_there(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "conversation", viewport={"width": 400, "height": 500})
    await shown.log.evaluate("(log) => log.scrollTo(0, 0)")
    newest = shown.page.get_by_role("button", name="To the newest message")
    await expect(newest).to_be_visible()
    await shown.add("librarian", "One more thing.", nick="Maria")
    assert await shown.log.evaluate("(log) => log.scrollTop") == 0
    await newest.click()
    await expect(newest).to_have_count(0)
    await expect(shown.page.get_by_text("One more thing.")).to_be_in_viewport()


async def test_a_conversation_under_way_goes_on_at_once(people: Visits, gallery: Gallery) -> None:
    """Also while the window is closed: the number of new messages is true."""
    shown = await settled(await people(gallery.page("button-unread"), viewport=DESKTOP))
    assert await shown.asked() == [["open", {"name": "", "email": ""}]]


async def test_an_open_window_is_open_on_the_next_page(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "button-unread")
    await shown.button.click()
    await expect(shown.field).to_be_focused()
    await shown.page.reload()
    await expect(shown.window).to_be_visible()


async def test_nothing_of_who_was_forgotten_is_left_in_a_field(
    people: Visits, gallery: Gallery
) -> None:
    shown = await seen(people, gallery, "ask-details")
    await shown.page.get_by_role("textbox", name="Name").fill("Ida")
    await shown.question.fill("Where are the maps?")
    await shown.question.press("Enter")
    await shown.field.fill("My card has the number 12")
    await shown.play(lines=[])  # forgotten here, or in another tab
    await expect(shown.question).to_have_value("")
    await expect(shown.page.get_by_role("textbox", name="Name")).to_have_count(0)
    await shown.question.fill("Something else")
    await shown.question.press("Enter")
    await expect(shown.field).to_have_value("")
    assert (await shown.asked())[-2:] == [
        ["open", {"name": "", "email": ""}],
        ["say", "Something else"],
    ]


async def test_who_cannot_be_forgotten_now_is_told_so(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "forget")
    await shown.page.evaluate(
        "() => { element.scripted.forget = () => Promise.reject(new Error()); }"
    )
    question = shown.page.get_by_role("alertdialog", name="Forget me")
    await question.get_by_role("button", name="Forget me").click()
    await expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    await expect(question).to_have_accessible_description(WORDS["forget_failed"])


async def test_earlier_messages_are_not_heard_as_new_ones(people: Visits, gallery: Gallery) -> None:
    shown = await seen(people, gallery, "connecting")
    await expect(shown.log).to_have_attribute("aria-live", "off")
    await shown.play(link="online", catchingUp=True)
    await shown.add("librarian", "This was said before the page was loaded anew.", nick="Maria")
    await expect(shown.log).to_have_attribute("aria-live", "off")
    await shown.play(catchingUp=False)
    await expect(shown.log).to_have_attribute("aria-live", "polite")


async def test_a_connection_that_does_not_come_is_told(people: Visits, gallery: Gallery) -> None:
    page = await people("about:blank")
    await page.clock.install()
    await page.goto(gallery.page("connecting"))
    shown = await settled(page)
    notice = shown.window.get_by_role("status")
    await expect(notice).to_have_text(WORDS["connecting"])
    await page.clock.run_for(10_000)
    await expect(notice).to_have_text(WORDS["lost"])
    await shown.play(link="online")
    await expect(notice).to_have_text("")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We cannot be reached just now."),
        ("de", "Wir sind gerade nicht erreichbar."),
        ("es", "Ahora no se nos puede localizar."),
        ("fr", "Nous ne sommes pas joignables"),
    ],
)
async def test_a_library_that_cannot_be_reached_says_so(
    language: str, words: str, people: Visits, gallery: Gallery
) -> None:
    page = await people(gallery.page("unreachable", lang=language), viewport=DESKTOP)
    await expect(page.get_by_role("alert")).to_contain_text(words)


@pytest.mark.parametrize("language", ["de", "es", "fr"])
async def test_it_speaks_the_language_of_the_page(
    language: str, people: Visits, gallery: Gallery
) -> None:
    page = await people(gallery.page("conversation", lang=language), viewport=DESKTOP)
    await settled(page)
    await shot(page, f"face/language-{language}")
    assert await page.locator("imref-ask section").get_attribute("lang") == language
    assert await axe(page) == []


def test_every_text_of_the_window_is_a_phrase() -> None:
    assert set(USED) == set(WORDS)
