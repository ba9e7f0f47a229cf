"""A private server starts, answers, keeps its ports, and cannot be left behind."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from imref.demo.child import Child
from imref.demo.loopback import LoopbackPort
from imref.demo.people import PATIENCE
from imref.demo.plan import ServerPlan
from imref.demo.prosody import PrivateProsody, groups_file
from imref.demo.server import PrivateServer, ServerNotReadyError
from imref.demo.snippets import filled_in, snippet

from .ejabberd import PrivateEjabberd, roster_commands
from .sample import PLAN

_LEAVE_ONE_BEHIND = """\
import asyncio
from {module} import {name}
from e2e.sample import PLAN

async def main():
    server = {name}(PLAN)
    await server.start()
    print(server.pid, server.folder, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.mark.parametrize("kind", [PrivateProsody, PrivateEjabberd])
async def test_no_server_outlives_a_killed_parent(kind: type[PrivateServer]) -> None:
    program = _LEAVE_ONE_BEHIND.format(module=kind.__module__, name=kind.__name__)
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert parent.stdout is not None
    pid, folder = (await parent.stdout.readline()).decode().split()
    watch = os.pidfd_open(int(pid))
    try:
        parent.kill()
        await parent.wait()
        async with asyncio.timeout(PATIENCE):
            await _readable(watch)
    finally:
        os.close(watch)
        shutil.rmtree(folder)


def test_a_parent_that_is_already_gone_starts_nothing(tmp_path: Path) -> None:
    """Between the fork and the kernel's promise lies a moment in which the parent may die."""
    child = Child(("true",), tmp_path / "log")
    guarded = child.guarded(parent=os.getpid() + 1)
    assert subprocess.run(guarded, check=False).returncode != 0


async def test_a_server_leaves_nothing_behind() -> None:
    async with PrivateProsody(PLAN) as server:
        folder, pid, port = server.folder, server.pid, server.c2s_port
        assert os.access(folder, os.R_OK)
    assert not os.access(folder, os.F_OK)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(OSError, match="Connect call failed"):
        await asyncio.open_connection("127.0.0.1", port)


async def test_a_server_restarts_on_its_ports() -> None:
    async with PrivateProsody(PLAN) as server:
        before = server.pid, server.c2s_port, server.component_port
        await server.restart()
        assert server.pid != before[0]
        assert (server.c2s_port, server.component_port) == before[1:]


async def test_a_server_that_cannot_start_says_where_to_look() -> None:
    server = PrivateProsody(
        ServerPlan(users={}, domain="library.example", component_domain="library.example")
    )
    try:
        with pytest.raises(ServerNotReadyError, match=r"server\.log"):
            await server.start()
    finally:
        await server.close()


async def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-server is not installed"):
        Child(("no-such-server",), tmp_path / "log").start()


async def test_a_child_that_ignores_the_end_is_killed(tmp_path: Path) -> None:
    up = tmp_path / "up"
    os.mkfifo(up)
    deaf = f"trap '' TERM; echo > {up}; while :; do read -r _ < {up}; done"
    child = Child(("sh", "-c", deaf), tmp_path / "log")
    child.start()
    assert await asyncio.to_thread(up.read_text)
    assert await child.stop(grace=0.1) == -signal.SIGKILL


def test_a_port_is_reserved_once() -> None:
    with LoopbackPort() as one, LoopbackPort() as other:
        assert one.number != other.number


def test_the_groups_file_is_the_documented_one() -> None:
    assert snippet("prosody/imref-groups.txt") == groups_file(PLAN)


def test_the_roster_commands_are_the_documented_ones() -> None:
    script = snippet("ejabberd/roster.sh").splitlines()
    documented = [line for line in script if line.startswith("ejabberdctl ")]
    assert documented == [_shell(("ejabberdctl", *words)) for words in roster_commands(PLAN)]


def test_a_snippet_is_never_half_filled_in() -> None:
    with pytest.raises(ValueError, match="does not contain 'no such words'"):
        filled_in("prosody/imref.cfg.lua", {"no such words": ""})


def _shell(words: tuple[str, ...]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in words)


async def _readable(descriptor: int) -> None:
    loop, done = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(descriptor, done.set)
    await done.wait()
    loop.remove_reader(descriptor)
