"""Ports of the loopback interface that stay ours, also while their server restarts."""

import random
import socket
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"

# Below the range from which Linux takes the source ports of outgoing connections (32768 and up):
# while a server restarts, no client that reconnects can be given the server's own port.
_CANDIDATES = range(20_000, 32_000)
_ATTEMPTS = 200


class LoopbackPort:
    """One free TCP port on 127.0.0.1, kept from others until `release`.

    The port is bound exclusively, so two reservations never meet, and is then opened for sharing:
    Linux lets a server that sets SO_REUSEADDR listen beside a bound socket that does not.
    """

    def __init__(self) -> None:
        self._socket = _bind_any()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.number: int = self._socket.getsockname()[1]

    def release(self) -> None:
        """Give the port back; harmless when done twice."""
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def _bind_any() -> socket.socket:
    for number in random.sample(_CANDIDATES, _ATTEMPTS):
        candidate = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            candidate.bind((HOST, number))
        except OSError:
            candidate.close()
            continue
        return candidate
    raise OSError(f"no free port among {_ATTEMPTS} tried on {HOST}")
