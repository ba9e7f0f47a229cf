"""Debian's Prosody as a private server, ready in a fraction of a second."""

import os
import re
from collections.abc import Sequence

from imref.demo.plan import ServerPlan
from imref.demo.server import PrivateServer
from imref.demo.snippets import filled_in, snippet

_CONFIG = """\
{run_as_root}
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
log = {{ {{ levels = {{ min = "info" }}, to = "console" }} }}
plugin_paths = {{ "{folder}" }}
certificates = "{folder}"

modules_enabled = {{
    "posix"; "saslauth"; "tls"; "roster"; "disco"; "ping"; "time"; "version"; "uptime";
    "carbons"; "mam"; "smacks"; "csi_simple"; "private"; "blocklist"; "pep";
    "vcard4"; "vcard_legacy"; "bookmarks"; "bosh"; "websocket"; "s2s"; "dialback";
}}
{federation}

c2s_interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {c2s_port} }}
c2s_direct_tls_ports = {{}}
c2s_require_encryption = true
http_interfaces = {{ "127.0.0.1" }}
http_ports = {{ {http_port} }}
https_ports = {{}}
http_default_host = "{domain}"
consider_bosh_secure = true
http_external_url = "http://127.0.0.1:{http_port}/"
ssl = {{ certificate = "{certificate}"; key = "{key}" }}

authentication = "internal_plain"
storage = "internal"

VirtualHost "{domain}"

Include "imref.cfg.lua"
Include "imref-guests.cfg.lua"
"""


class PrivateProsody(PrivateServer):
    """Prosody (0.12 or later) with the users, the component and the shared roster of a plan."""

    def prepare(self) -> None:
        config = _CONFIG.format(
            run_as_root="run_as_root = true" if os.geteuid() == 0 else "",
            folder=self.folder,
            domain=self.domain,
            c2s_port=self.c2s_port,
            http_port=self.http_port,
            certificate=self.certificate.certificate,
            key=self.certificate.key,
            federation=self.federation(),
        )
        groups = self.folder / "groups.txt"
        groups.write_text(groups_file(self.plan), encoding="utf-8")
        component = filled_in(
            "prosody/imref.cfg.lua",
            {
                "5347": str(self.component_port),
                '"library.example"': f'"{self.domain}"',
                '"ref.library.example"': f'"{self.component_domain}"',
                "change-me": self.secret,
                "/etc/prosody/imref-groups.txt": str(groups),
            },
        )
        guests = filled_in(
            "prosody/imref-guests.cfg.lua",
            {
                "change-me-too": self.plan.guest_secret,
                "guest.library.example": self.plan.guest_domain,
                "upload.library.example": self.plan.upload_domain,
                "ref.library.example": self.component_domain,
            },
        )
        # The last section is the place for files. All names here are one address to a browser.
        guests += f'    http_host = "{self.domain}"\n'
        module = "mod_auth_imref_guest.lua"
        (self.folder / module).write_text(snippet(f"prosody/{module}"), encoding="utf-8")
        (self.folder / "imref-guests.cfg.lua").write_text(guests, encoding="utf-8")
        component += self._rooms()
        (self.folder / "prosody.cfg.lua").write_text(config, encoding="utf-8")
        (self.folder / "imref.cfg.lua").write_text(component, encoding="utf-8")
        self._write_accounts()

    def _rooms(self) -> str:
        if not self.plan.rooms:
            return ""
        names = {
            "rooms.library.example": f"rooms.{self.domain}",
            '"ref.library.example"': f'"{self.component_domain}"',
        }
        return filled_in("prosody/staff-room.cfg.lua", names)

    def federation(self) -> str:
        """What the config says of other servers: by default that there are none."""
        return 'modules_disabled = { "s2s", "dialback" }'

    def command(self) -> Sequence[str]:
        return ("prosody", "--config", str(self.folder / "prosody.cfg.lua"), "-F")

    def _write_accounts(self) -> None:
        """Accounts as `mod_storage_internal` keeps them: `prosodyctl` takes 0.2 s for each."""
        accounts = self.folder / "data" / _encoded(self.domain) / "accounts"
        accounts.mkdir(parents=True)
        for user, password in self.plan.users.items():
            path = accounts / f"{_encoded(user)}.dat"
            path.write_text(f'return {{ ["password"] = {_lua(password)} }};\n', encoding="utf-8")


def groups_file(plan: ServerPlan) -> str:
    """The shared roster as `mod_groups` reads it: only members of the group see the group.

    The title must not begin with `+`, which would show staff and desks to every user, patrons too.
    """
    members = (f"{address}={name}" for address, name in plan.roster.items())
    return "\n".join((f"[{plan.roster_title}]", *members, ""))


def _encoded(name: str) -> str:
    """A name as Prosody's `util.datamanager` writes it in a path: only letters and digits stay."""
    return re.sub(rb"[^A-Za-z0-9]", lambda byte: b"%%%02x" % ord(byte[0]), name.encode()).decode()


def _lua(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
