"""Debian's ejabberd as a private server, ready in about a second."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from imref.demo.plan import ServerPlan
from imref.demo.server import PrivateServer
from imref.demo.snippets import filled_in

Command = tuple[str, ...]

_CONFIG = """\
loglevel: info
hosts: ["{domain}"]
certfiles: ["{certificate}", "{key}"]
# A closed set-up: else a component that is away is looked for elsewhere, for minutes.
s2s_access: none
auth_password_format: scram

listen:
  -
    port: {c2s_port}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    starttls_required: true
    max_stanza_size: 1000000
  -
    port: {http_port}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers:
      /bosh: mod_bosh
      /ws: ejabberd_http_ws
      /upload: mod_http_upload

modules:
  mod_admin_extra: {{}}
  mod_bosh: {{}}
  mod_caps: {{}}
  mod_carboncopy: {{}}
  mod_disco: {{}}
  mod_mam:
    default: always
  mod_offline: {{}}
  mod_ping: {{}}
  mod_private: {{}}
  mod_pubsub:
    plugins: [flat, pep]
  mod_roster: {{}}
  mod_stream_mgmt: {{}}
  mod_vcard: {{}}

include_config_file:
  - "{folder}/imref.yml"
  - "{folder}/imref-guests.yml"
  - "{folder}/files.yml"
  - "{folder}/staff-room.yml"
"""

# ejabberdctl would start a second Erlang node for each command and needs a named first one; this
# hands the same words to the same interpreter inside the node.
_BOOT = """\
{{ok, _}} = application:ensure_all_started(ejabberd),
{{ok, Commands}} = file:consult("{commands}"),
[0 = ejabberd_ctl:process(Command) || Command <- Commands].
"""


class PrivateEjabberd(PrivateServer):
    """ejabberd (23.01 or later) with the users, the component and the shared roster of a plan."""

    websocket_path = "/ws"

    def prepare(self) -> None:
        config = _CONFIG.format(
            folder=self.folder,
            domain=self.domain,
            c2s_port=self.c2s_port,
            http_port=self.http_port,
            certificate=self.certificate.certificate,
            key=self.certificate.key,
        )
        component = filled_in(
            "ejabberd/imref.yml",
            {
                "5347": str(self.component_port),
                "ref.library.example": self.component_domain,
                "change-me": self.secret,
            },
        )
        files = filled_in(
            "ejabberd/files.yml",
            {
                "https://@HOST@:5443": self.uploads,
                "ref.library.example": self.component_domain,
            },
        )
        rooms = filled_in("ejabberd/staff-room.yml", {"ref.library.example": self.component_domain})
        key = self.folder / "imref-guests.jwk"
        guests = filled_in(
            "ejabberd/imref-guests.yml",
            {
                "guest.library.example": self.plan.guest_domain,
                "/etc/ejabberd/imref-guests.jwk": str(key),
            },
        )
        key.write_text(json.dumps(jwk(self.plan.guest_secret)), encoding="utf-8")
        (self.folder / "imref-guests.yml").write_text(guests, encoding="utf-8")
        (self.folder / "ejabberd.yml").write_text(config, encoding="utf-8")
        (self.folder / "files.yml").write_text(_for_one(self.domain, files), encoding="utf-8")
        (self.folder / "staff-room.yml").write_text(rooms, encoding="utf-8")
        (self.folder / "imref.yml").write_text(component, encoding="utf-8")
        self._commands.write_text(_terms([*_accounts(self.plan), *roster_commands(self.plan)]))

    def command(self) -> Sequence[str]:
        boot = _BOOT.format(commands=self._commands)
        return (
            *("erl", "-noinput", "-mnesia", "dir", f'"{self.folder}/mnesia"'),
            *("-ejabberd", "log_rotate_count", "0", "-eval", boot),
        )

    def environment(self) -> dict[str, str]:
        return {
            "EJABBERD_CONFIG_PATH": str(self.folder / "ejabberd.yml"),
            "EJABBERD_LOG_PATH": str(self.folder / "ejabberd.log"),
            "ERL_CRASH_DUMP_BYTES": "0",
            "ERL_LIBS": _libraries(),
            "HOME": str(self.folder),  # for Erlang's cookie
        }

    async def start(self, within: float = 30.0) -> None:
        await super().start(within)
        self._commands.write_text("")  # accounts and rosters stay in the database

    @property
    def _commands(self) -> Path:
        return self.folder / "commands.term"


def _for_one(domain: str, piece: str) -> str:
    """The modules of a piece for one host alone.

    Hosts may not share an address for files unless it holds their name, and none of our names
    leads anywhere.
    """
    rest, modules = piece.split("modules:\n")
    return f'{rest}append_host_config:\n  "{domain}":\n    modules:\n{indent(modules, "    ")}'


def jwk(secret: str) -> dict[str, str]:
    """A secret as a JSON Web Key (RFC 7517; RFC 7518, section 6.4)."""
    return {"kty": "oct", "k": urlsafe_b64encode(secret.encode()).decode().rstrip("=")}


def roster_commands(plan: ServerPlan) -> list[Command]:
    """The arguments of `ejabberdctl` that put staff and desks on each other's rosters."""
    split = {address: tuple(address.split("@")) for address in plan.roster}
    staff = [local for local, domain in split.values() if domain == plan.domain]
    desks = [address for address, (_, domain) in split.items() if domain != plan.domain]
    title = plan.roster_title
    group = title.lower()
    return [
        ("srg_create", group, plan.domain, title, title, group),
        *(("srg_user_add", user, plan.domain, group, plan.domain) for user in staff),
        *(
            ("add_rosteritem", user, plan.domain, *split[desk], plan.roster[desk], title, "both")
            for user in staff
            for desk in desks
        ),
    ]


def _accounts(plan: ServerPlan) -> list[Command]:
    return [("register", user, plan.domain, password) for user, password in plan.users.items()]


def _terms(commands: Sequence[Command]) -> str:
    """Erlang terms, one command a line, for `file:consult`."""
    rows = (", ".join(_string(word) for word in command) for command in commands)
    return "".join(f"[{row}].\n" for row in rows)


def _string(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _libraries() -> str:
    """Debian keeps ejabberd's Erlang applications under the architecture's library folder."""
    found = sorted(Path("/usr/lib").glob("*/ejabberd-[0-9]*"))
    if not found:
        raise FileNotFoundError("ejabberd is not installed")
    return str(found[-1].parent)
