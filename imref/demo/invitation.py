"""Ready-to-paste log-in lines for real clients, once the demo stays up."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from imref.demo.library import PATRON, STAFF, STAND_IN
from imref.demo.server import PrivateServer

LOOKS = ("sessions", "transcript 1", "agreement", 'explain --at "Sunday 02:00"')
"""What is worth looking at beside the clients."""


def print_invitation(server: PrivateServer, config: Path, console: Console) -> None:
    """Print who can log in, how with Profanity, Gajim and Converse, and how ops look at it."""
    console.rule("Now try it with your own client", style="dim")
    console.print(_accounts(server))
    desk = server.plan.desk_address("ask")
    console.print(
        f"Server [bold]{server.host}[/], port [bold]{server.c2s_port}[/]. The certificate is made "
        "for this run and signed by itself: accept it when asked.\n"
        f"The patron writes to [bold]{desk}[/]; librarians wait to be written to. "
        "Two clients are enough, one on each side."
    )
    for name, lines in _clients(server).items():
        console.print(f"\n[bold]{name}[/]")
        for line in lines:
            console.print(f"  {line}", soft_wrap=True, highlight=False)
    console.print("\n[bold]From another terminal[/]")
    for command in LOOKS:
        shown = f"  .venv/bin/imref {command} -c {config}"
        console.print(shown, soft_wrap=True, highlight=False)
    console.print(f"\nLog of the server: {server.log}", style="dim", soft_wrap=True)


def _accounts(server: PrivateServer) -> Table:
    table = Table("address", "password", "who", box=None, padding=(0, 3, 0, 0))
    people = {PATRON: "a patron", **{name: f"{shown}, librarian" for name, shown in STAFF.items()}}
    people[STAND_IN] += ", played by a script while no other is there"
    for user, who in people.items():
        table.add_row(server.plan.address_of(user), server.password_of(user), who)
    return table


def _clients(server: PrivateServer) -> dict[str, list[str]]:
    ana = server.plan.address_of("ana")
    pat = server.plan.address_of(PATRON)
    desk = server.plan.desk_address("ask")
    reach = f"{server.host}, port {server.c2s_port}"
    return {
        "Profanity": [
            f"/connect {pat} server {server.host} port {server.c2s_port} tls trust",
            f"password {server.password_of(PATRON)}, then: /msg {desk} Hello",
            f"/connect {ana} server {server.host} port {server.c2s_port} tls trust",
        ],
        "Gajim": [
            f"Add account, {ana}, password {server.password_of('ana')}",
            f"Advanced settings: custom hostname {reach}, type START TLS",
            "when it warns of the certificate: Connect anyway",
        ],
        "Converse": [
            f"connection URL ws://{server.host}:{server.http_port}/xmpp-websocket",
            "(plain on this machine, so there is no certificate to trust)",
            f"address {pat}, password {server.password_of(PATRON)}",
        ],
    }
