"""Somebody who asks on the web page, in words that read like a play.

pat = Patron(await visits(library.address))
await pat.asks("Where is the 1923 map?")
await ana.replies("In the map room.")
await pat.hears("In the map room.")
"""

from pathlib import Path

from playwright.async_api import Locator, Page, WebSocketRoute, expect

SENT, KEPT, READ = "Sent", "The library has it", "Read"
"""What the marks of a message are called."""


class Patron:
    """A person at one window; what they see is what stands in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._log = page.get_by_role("log", name="Conversation")
        self._field = page.get_by_role("textbox", name="Write a message")

    async def asks(self, question: str, *, name: str = "", email: str = "") -> None:
        """Begin a conversation, with the name and the address that were asked for, or without."""
        if name or email:
            await self.page.get_by_role("button", name="Leave a name").click()
            await self.page.get_by_role("textbox", name="Name").fill(name)
            await self.page.get_by_role("textbox", name="E-mail address").fill(email)
        await self.page.get_by_role("textbox", name="Your question").fill(question)
        await self.page.get_by_role("button", name="Send the question").click()
        await self._log.get_by_text(question).wait_for()

    async def says(self, text: str) -> None:
        """Write something and send it with the keyboard."""
        await self._field.fill(text)
        await self._field.press("Enter")
        await self._log.get_by_text(text).wait_for()

    async def types(self, text: str) -> None:
        """Write something without sending it."""
        await self._field.press_sequentially(text)

    async def corrects(self, text: str) -> None:
        """Change the last message."""
        await self.page.get_by_role("button", name="Change your last message").click()
        await self.page.get_by_role("textbox", name="Change your last message").fill(text)
        await self.page.get_by_role("button", name="Save the change").click()

    async def sends(self, file: Path) -> None:
        """Send a file."""
        await self.page.locator("input[type=file]").set_input_files(file)

    async def hears(self, text: str) -> None:
        """Wait until a message stands in the window."""
        await self._log.get_by_text(text, exact=True).wait_for()

    async def sees_typing(self) -> None:
        """Wait until the window says that somebody is writing."""
        await self._log.get_by_text("is writing…").wait_for()

    async def sees(self, mark: str, text: str) -> None:
        """Wait until a message of one's own has come so far."""
        line = self._lines.filter(has=self._words(text))
        await expect(line.get_by_role("img", name=mark, exact=True)).to_be_visible()

    async def sees_reaction(self, emoji: str, text: str) -> None:
        """Wait until somebody has reacted to a message of one's own."""
        line = self._lines.filter(has=self._words(text))
        await line.get_by_role("img", name=emoji).wait_for()

    async def chooses(self, label: str) -> None:
        """Press one of the buttons below the conversation."""
        await self.page.get_by_role("button", name=label, exact=True).click()

    async def talks_with(self, name: str) -> None:
        """Wait until the head of the window says who answers."""
        await self.page.get_by_text(f"You are talking with {name}").wait_for()

    async def is_cut_off(self) -> None:
        """Wait until the window says that the connection is interrupted."""
        await self._notice("interrupted").wait_for()

    async def reads(self) -> list[str]:
        """What stands in the window now, line by line, without who said it when."""
        return await self._texts.all_inner_texts()

    async def comes_to_read(self, *lines: str) -> None:
        """Wait until these lines stand in the window, and no others.

        After a reload or in another tab what is new may stand there before what was earlier.
        """
        await expect(self._texts).to_have_text(lines)

    @property
    def _texts(self) -> Locator:
        return self._lines.locator(".bubble > :not(.unseen):not(.changed)")

    @property
    def _lines(self) -> Locator:
        return self._log.get_by_role("listitem")

    def _words(self, text: str) -> Locator:
        """What a line says; the time above it has figures too."""
        return self.page.locator(":is(.text, .file)").filter(has_text=text)

    def _notice(self, words: str) -> Locator:
        return self.page.get_by_text(words)


class Wire:
    """What a window and the server say to each other over the WebSocket, and a knife."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.resumed = 0
        self._forgets = False
        self._swallows = False

    @classmethod
    async def of(cls, page: Page) -> "Wire":
        """Listen from the next connection on."""
        wire = cls()
        await page.route_web_socket("**/xmpp-websocket", wire._pass_on)
        return wire

    def lets_sessions_expire(self) -> None:
        """From now on the server knows no old session: as after its time for a lost network."""
        self._forgets = True

    def swallows_words(self) -> None:
        """From now on no message gets through, and nobody notices."""
        self._swallows = True

    def _pass_on(self, here: WebSocketRoute) -> None:
        there = here.connect_to_server()

        def up(message: str | bytes) -> None:
            text = str(message)
            if self._forgets and text.startswith("<resume"):
                text = text.replace('previd="', 'previd="no-more-')
            if self._swallows and text.startswith("<message"):
                return
            self.said.append(text)
            there.send(text)

        def down(message: str | bytes) -> None:
            self.resumed += str(message).startswith("<resumed")
            here.send(message)

        here.on_message(up)
        there.on_message(down)
