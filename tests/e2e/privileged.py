"""Servers that let imref change rosters (XEP-0356), and servers that keep strangers away."""

from imref.demo.prosody import PrivateProsody

from .ejabberd import PrivateEjabberd

PRIVILEGE = """\
    modules_enabled = { "groups", "privilege" }
    privileged_entities = { ["ref.library.example"] = { roster = "set" } }
"""

ACL = """\
acl:
  imref:
    server: ref.library.example

access_rules:
  imref:
    allow: imref
"""


class PrivilegedProsody(PrivateProsody):
    """Prosody with mod_privilege (Debian: prosody-modules), as docs/rosters.md says it."""

    def prepare(self) -> None:
        super().prepare()
        path = self.folder / "imref.cfg.lua"
        text = path.read_text(encoding="utf-8")
        text = _once(text, '    modules_enabled = { "groups" }\n', PRIVILEGE)
        secret = "    component_secret ="
        text = _once(text, secret, f'    modules_enabled = {{ "privilege" }}\n{secret}')
        path.write_text(text, encoding="utf-8")


class PrivilegedEjabberd(PrivateEjabberd):
    """ejabberd with mod_privilege, as docs/rosters.md says it."""

    module = "  mod_privilege:\n    roster:\n      both: imref\n"

    def prepare(self) -> None:
        super().prepare()
        path = self.folder / "ejabberd.yml"
        text = path.read_text(encoding="utf-8")
        text = _once(text, "modules:\n", f"{ACL}\nmodules:\n{self.module}")
        path.write_text(text, encoding="utf-8")


class GuardedEjabberd(PrivilegedEjabberd):
    """ejabberd that lets nobody write to its users but those in their rosters, and imref."""

    module = "  mod_block_strangers:\n    access: imref\n    allow_local_users: false\n"


def _once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"not once in the text: {old!r}")
    return text.replace(old, new)
