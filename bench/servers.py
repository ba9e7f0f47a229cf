"""Private servers for the bench, each in its own folder and on free loopback ports."""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import BUILD, BenchError, Child, child, free_port

SECRET = "secret"
TARGET = "ref.localhost"
LOAD = "load.localhost"
BIBOUMI = "biboumi.localhost"
_PROBE = "probe.localhost"
COMPONENTS = (TARGET, LOAD, BIBOUMI, _PROBE)


@dataclass(frozen=True, slots=True)
class Server:
    """A running XMPP server: where components connect, and its process."""

    name: str
    port: int
    process: Child


def _require(program: str, package: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise BenchError(f"{program} is not installed (Debian package {package})")
    return path


def _try_login(port: int) -> bool:
    """One whole XEP-0114 handshake: an open port alone does not mean that all hosts are active."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as stream:
        stream.sendall(
            b"<stream:stream xmlns='jabber:component:accept' "
            b"xmlns:stream='http://etherx.jabber.org/streams' to='%b'>" % _PROBE.encode()
        )
        got = b""
        while not (found := re.search(rb"\sid=['\"]([^'\"]+)", got)):
            piece = stream.recv(4096)
            if not piece:
                return False
            got += piece
        digest = hashlib.sha1(found[1] + SECRET.encode(), usedforsecurity=False).hexdigest()
        stream.sendall(f"<handshake>{digest}</handshake>".encode())
        return b"<handshake" in stream.recv(4096)


def _await_login(server: Child, port: int, timeout: float = 30.0) -> None:
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        with contextlib.suppress(OSError):
            if _try_login(port):
                return
        time.sleep(0.02)
    raise BenchError(f"the server did not accept components: {server.last_words()}")


_PROSODY = """\
run_as_root = true
daemonize = false
data_path = "{folder}"
pidfile = "{folder}/prosody.pid"
certificates = "{folder}"
log = {{ warn = "*console" }}
modules_enabled = {{ "disco", "ping" }}
modules_disabled = {{ "s2s", "c2s", "http", "offline", "posix_daemonize" }}
interfaces = {{ "127.0.0.1" }}
component_interfaces = {{ "127.0.0.1" }}
component_ports = {{ {port} }}
c2s_ports = {{}}
s2s_ports = {{}}
network_settings = {{ nagle = false }}
VirtualHost "localhost"
"""


@contextlib.contextmanager
def prosody(folder: Path, port: int | None = None) -> Iterator[Server]:
    """Debian's Prosody with no limits and without Nagle's algorithm."""
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "prosody.cfg.lua"
    components = "".join(
        f'Component "{name}"\n  component_secret = "{SECRET}"\n' for name in COMPONENTS
    )
    config.write_text(_PROSODY.format(folder=folder, port=port) + components)
    command = [_require("prosody", "prosody"), "--config", str(config), "-F"]
    with child(command, folder / "prosody.log") as process:
        _await_login(process, port)
        yield Server("prosody", port, process)


_EJABBERD = """\
hosts: [localhost]
loglevel: warning
s2s_access: none
listen:
  - port: {port}
    ip: 127.0.0.1
    module: ejabberd_service
    access: all
    shaper: none
    global_routes: false
    hosts:
{hosts}
modules:
  mod_disco: {{}}
  mod_ping: {{}}
"""


@contextlib.contextmanager
def ejabberd(folder: Path, port: int | None = None) -> Iterator[Server]:
    """Debian's ejabberd, started by `erl` itself: no node name, hence no epmd left behind."""
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "ejabberd.yml"
    hosts = "\n".join(f"      {name}: {{password: {SECRET}}}" for name in COMPONENTS)
    config.write_text(_EJABBERD.format(port=port, hosts=hosts))
    ctl = Path(_require("ejabberdctl", "ejabberd")).read_text(errors="replace")
    libraries = re.search(r"^ERL_LIBS='([^']+)'", ctl, re.MULTILINE)
    env = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(folder),
        "ERL_LIBS": libraries[1] if libraries else "/usr/lib",
        "EJABBERD_CONFIG_PATH": str(config),
        "EJABBERD_LOG_PATH": str(folder / "ejabberd.log"),
        "ERL_CRASH_DUMP": str(folder / "crash.dump"),
    }
    command = [
        *[_require("erl", "erlang-base"), "-noinput", "+K", "true", "+P", "250000"],
        *["-mnesia", "dir", f'"{folder}/spool"', "-s", "ejabberd"],
    ]
    with child(command, folder / "erl.log", env=env) as process:
        _await_login(process, port)
        yield Server("ejabberd", port, process)


SERVERS = {"prosody": prosody, "ejabberd": ejabberd}


@contextlib.contextmanager
def irc_server(folder: Path) -> Iterator[tuple[Child, int]]:
    """bench/ircd.c on a free port: takes every PRIVMSG and counts it."""
    with child([str(BUILD / "ircd")], folder / "ircd.log", json_lines=True) as running:
        yield running, int(running.event("listening")["value"])


_BIBOUMI = """\
hostname={domain}
password={secret}
xmpp_server_ip=127.0.0.1
port={port}
db_name={folder}/biboumi.sqlite
log_file={folder}/biboumi.log
log_level=2
identd_port=0
persistent_by_default=false
"""


@dataclass(frozen=True, slots=True)
class Biboumi:
    """A running biboumi and the database that it logs to."""

    process: Child
    database: Path

    def logged_lines(self) -> int:
        """Messages that are in its archive now."""
        with contextlib.closing(sqlite3.connect(self.database)) as db:
            return int(db.execute("SELECT count(*) FROM muclogline_").fetchone()[0])


@contextlib.contextmanager
def biboumi(folder: Path, port: int, irc_port: int, users: list[str]) -> Iterator[Biboumi]:
    """Debian's biboumi with message logging on (its default) and its flood protection off.

    biboumi sends ten lines at once and then one a second (`throttle_limit` of the "configure an
    IRC server" form); -1 turns that off. The form's rows are written straight into its database.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "biboumi.cfg"
    config.write_text(_BIBOUMI.format(domain=BIBOUMI, secret=SECRET, port=port, folder=folder))
    database = folder / "biboumi.sqlite"
    with child([_require("biboumi", "biboumi"), str(config)], folder / "biboumi.out") as process:
        _configure_irc(process, database, irc_port, users)
        yield Biboumi(process, database)


def _configure_irc(process: Child, database: Path, irc_port: int, users: list[str]) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.process.poll() is None:
        try:
            with contextlib.closing(sqlite3.connect(database, timeout=5)) as db, db:
                db.executemany(
                    "INSERT INTO ircserveroptions_ (owner_, server_, ports_, tlsports_,"
                    " throttlelimit_) VALUES (?, '127.0.0.1', ?, '', -1)",
                    [(user, str(irc_port)) for user in users],
                )
            return
        except sqlite3.OperationalError:  # the tables are not there yet
            time.sleep(0.02)
    raise BenchError(f"biboumi made no database: {process.last_words()}")


def versions() -> dict[str, str]:
    """Debian's versions of what was measured; empty where dpkg does not know."""
    names = ["prosody", "ejabberd", "biboumi"]
    query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *names]
    with contextlib.suppress(OSError):
        out = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        return dict(line.split(" ", 1) for line in out.splitlines())
    return {}
