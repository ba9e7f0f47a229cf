"""Bad input is refused with a word that helps; a broken link or service loses nothing."""

import yaml

from .conftest import Library

OMEMO = "<encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted>"
NICK = "<nick xmlns='http://jabber.org/protocol/nick'>Pat</nick>"


async def test_an_encrypted_message_is_refused_with_help(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.sends("ask", OMEMO, body="I sent you an encrypted message")
    await pat.sees_bounce("not-acceptable")
    await pat.hears("turn encryption off", by="ask@")
    await ana.hears_nothing()


async def test_a_room_is_no_patron(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.sends("ask", NICK, body="Hello all", groupchat=True)
    await pat.sees_bounce()
    await ana.hears_nothing()


async def test_strangers_cannot_write_to_an_alias_nor_command(library: Library) -> None:
    pat, pam, ana = await library.cast("pat", "pam", "ana")
    await pat.says("ask", "Hello")
    alias = (await ana.hears("Hello")).peer

    await pam.says(alias, "Psst")
    await pam.sees_bounce()
    await pam.says("ask", "!close")
    await pam.sees_receipt()
    await ana.replies("Hello Pat")
    await pat.hears("Hello Pat")  # nobody has closed it


async def test_nothing_is_lost_when_imref_is_killed(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Before the power cut")
    await pat.sees_receipt()
    await ana.hears("Before the power cut")
    await ana.replies("Go on.")
    await pat.hears("Go on.")

    await library.service.kill()
    await library.service.start()

    await pat.says("ask", "After the power cut")
    await pat.sees_receipt()
    await ana.hears("After the power cut", by="patron-")
    await ana.replies("Still here.")
    await pat.hears("Still here.", by="ask@")


async def test_a_conversation_outlives_a_restart_of_the_server(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Before")
    await pat.sees_receipt()
    await ana.hears("Before")
    await ana.replies("Yes?")
    await pat.hears("Yes?")

    ana.forgets()
    await library.server.restart()
    await pat.comes_online()
    await ana.comes_online()
    await ana.sees_presence("available", by="ask@")  # imref is back, and has seen her

    await pat.says("ask", "After")
    await ana.hears("After", by="patron-")


async def test_a_reload_changes_the_staff_and_keeps_the_session(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Before the reload")
    await ana.hears("Before the reload")
    await ben.hears("Before the reload")
    await ana.replies("Taken.")
    await pat.hears("Taken.")

    path = library.service.config
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["staff"]["ana"]["screen_name"] = "Anastasia"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    library.service.reload()

    await ana.says("ask", "!who")
    await ana.hears("Anastasia")
    await pat.says("ask", "After the reload")
    await ana.hears("After the reload", by="patron-")
