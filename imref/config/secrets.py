"""Secrets that stand in a file of their own."""

from pathlib import Path

from pydantic import SecretStr


def read_secret(path: Path) -> SecretStr:
    """What the file holds, without white space around it. Raises ValueError, also when empty."""
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise ValueError(f"{path} cannot be read: {reason}") from error
    if not text:
        raise ValueError(f"{path} is empty")
    return SecretStr(text)
