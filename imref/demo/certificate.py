"""A self-signed certificate for a server that lives for an hour on the loopback interface."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where certificate and private key lie, both as PEM."""

    certificate: Path
    key: Path


def self_signed(folder: Path, hosts: Sequence[str], days: int = 30) -> Certificate:
    """Make a certificate that names every host (RFC 6125: subjectAltName, not the common name).

    Raises FileNotFoundError without openssl, RuntimeError with openssl's words when it fails.
    """
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    names = ",".join(f"DNS:{host}" for host in (*hosts, "localhost"))
    command = [
        *("openssl", "req", "-x509", "-nodes", "-days", str(days)),
        *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
        *("-subj", f"/CN={hosts[0]}", "-addext", f"subjectAltName={names},IP:127.0.0.1"),
        *("-keyout", str(made.key), "-out", str(made.certificate)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"openssl made no certificate: {done.stderr.strip()}")
    return made
