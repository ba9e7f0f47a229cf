"""A bare slixmpp component that echoes: no plugins, no storage. The yardstick for row 1."""

import asyncio
import sys

from slixmpp import Message
from slixmpp.componentxmpp import ComponentXMPP


class Echo(ComponentXMPP):
    """Answers every message with its own body."""

    def __init__(self, domain: str, secret: str, host: str, port: int) -> None:
        super().__init__(domain, secret, host, port)  # type: ignore[no-untyped-call]
        self.add_event_handler("message", self.echo)

    def echo(self, message: Message) -> None:
        message.reply(message["body"]).send()  # type: ignore[no-untyped-call]


def main() -> None:
    """`slixmpp_echo.py DOMAIN SECRET HOST PORT`: runs until the server closes the stream."""
    domain, secret, host, port = sys.argv[1:]
    asyncio.set_event_loop(asyncio.new_event_loop())
    echo = Echo(domain, secret, host, int(port))
    echo.connect()
    echo.loop.run_until_complete(echo.disconnected)


if __name__ == "__main__":
    main()
