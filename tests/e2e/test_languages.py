"""A patron is answered in the language they write in; a librarian reads the library's."""

import pytest

from .conftest import Library


def in_language(language: str, text: str) -> str:
    return f"<body xmlns='jabber:client' xml:lang='{language}'>{text}</body>"


async def test_a_message_is_answered_in_its_language(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")

    await pat.sends("ask", in_language("de-AT", "Wo ist die Karte von 1923?"))
    await pat.hears("Vielen Dank, Ihre Frage ist bei Ask a librarian angekommen.", by="ask@")
    await ana.hears("a question, waiting for", by="patron-")
    await ana.replies("Im Kartensaal.")
    await pat.hears("Ana ist jetzt für Sie da.")
    await pat.hears("Im Kartensaal.")

    await pat.sends("ask", in_language("fr", "au revoir"))
    await pat.hears("Au revoir, et merci de votre question.", by="ask@")
    await ana.hears("They have said bye.", by="patron-")


@pytest.mark.settings(language="es", staff={"ana": {"language": "en"}})
async def test_a_client_is_answered_in_its_own_language(library: Library) -> None:
    """A server marks what is not marked with what the client connected in (RFC 6120, 8.1.5)."""
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    pat.language = "fr"
    await pat.comes_online()

    unmarked = f"<message to='{pat.resolve('ask')}' type='chat'><body>Où ?</body></message>"
    pat.devices["desk"].send_raw(unmarked)
    await pat.hears("Merci, votre question est bien arrivée à Ask a librarian.", by="ask@")
    await ana.hears("a question, waiting for", by="patron-")
    await ben.hears("una pregunta, en espera desde hace", by="patron-")


@pytest.mark.settings(language="de", doubted_languages=["en"])
async def test_the_mark_of_a_client_that_marks_all_as_english_is_not_believed(
    library: Library,
) -> None:
    (pat,) = await library.cast("pat")

    await pat.says("ask", "Wo ist die Karte von 1923?")
    await pat.hears("Ihre Frage ist bei Ask a librarian angekommen", by="ask@")
    await pat.says("ask", "help")
    await pat.hears("Write your question here", by="ask@")
    await pat.says("ask", "hilfe")
    await pat.hears("Schreiben Sie hier Ihre Frage", by="ask@")
