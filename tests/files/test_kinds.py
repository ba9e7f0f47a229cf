"""What a file really is, and how it is called."""

import pytest

from imref.desk.events import FileTrouble
from imref.desk.talk.file_rules import COMMON
from imref.files.fetching import Fetched
from imref.files.kinds import checked, kind_of, name_for
from imref.files.troubles import FileProblem

from .web import PNG, TEXT

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
PROGRAM = b"MZ" + b"\0" * 100


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (PDF, "application/pdf"),
        (TEXT, "text/plain"),
        ("Sütterlin".encode(), "text/plain"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "text/html"),
        (b"\xef\xbb\xbf <html>", "text/html"),
        (b"\0\1\2\3", "application/octet-stream"),
        ("Sütterlin".encode("latin-1"), "application/octet-stream"),
    ],
)
def test_a_kind_is_read_off_the_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (PNG, "image/png"),
        (PNG, "image/jpeg"),  # cameras and chat programs often say so
        (PNG, "application/octet-stream"),
        (PNG, ""),
        (TEXT, "text/markdown"),
        (PDF, "application/pdf"),
    ],
)
def test_what_is_agreed_on_may_go_on(data: bytes, declared: str) -> None:
    assert checked(Fetched(data, declared, "x"), COMMON) == kind_of(data)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (PROGRAM, "image/png"),
        (PROGRAM, ""),
        (PNG, "text/html"),
        (PDF, "image/png"),
        (b"<script>", "image/svg+xml"),
        (b"<html>", "text/plain"),
        (b"PK\3\4" + b"\0" * 30, "application/zip"),
    ],
)
def test_what_is_not_agreed_on_or_disguised_may_not(data: bytes, declared: str) -> None:
    with pytest.raises(FileProblem) as problem:
        checked(Fetched(data, declared, "x"), COMMON)
    assert problem.value.trouble is FileTrouble.OTHER_KIND


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("map.png", "map.png"),
        ("page 12 (Müller).JPEG", "page-12-Müller.png"),
        ("../../etc/passwd", "passwd.png"),
        ("", "file.png"),
        ("program.exe", "program.png"),
        ("x" * 300, "x" * 60 + ".png"),
    ],
)
def test_a_file_keeps_its_name_and_ends_as_what_it_is(name: str, called: str) -> None:
    assert name_for(Fetched(PNG, "image/png", name), "image/png") == called
