"""Mail addresses as a patron gives them: plain ones only, for they end up in a header."""

import re

LONGEST = 254
"""Characters in a mail address (RFC 5321, section 4.5.3.1.3, less the angle brackets)."""

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
)


def is_mail_address(text: str) -> bool:
    """Whether this is a mail address that we write to: RFC 5322's dot-atom at a domain."""
    local = text.partition("@")[0]
    return len(text) <= LONGEST and len(local) <= 64 and _ADDRESS.fullmatch(text) is not None
