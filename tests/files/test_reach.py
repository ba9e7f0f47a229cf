"""Which addresses a link may lead to."""

import socket

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from imref.files.reach import PublicResolver, is_public, may_connect


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "not an address",
    ],
)
def test_nothing_of_these_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1", "::ffff:93.184.216.34"])
def test_these_are_public(address: str) -> None:
    assert is_public(address)


def test_an_address_in_a_link_is_looked_at_as_well() -> None:
    assert not may_connect("127.0.0.1", ())
    assert not may_connect("::1", ())
    assert not may_connect("", ())
    assert may_connect("93.184.216.34", ())
    assert may_connect("files.example", ())
    assert may_connect("127.0.0.1", ("127.0.0.1",))


class Told(AbstractResolver):
    """Looks nothing up; gives what it was told."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses."""
        return [
            ResolveResult(hostname=host, host=each, port=port, family=family, proto=0, flags=0)
            for each in self.addresses
        ]

    async def close(self) -> None:
        """There is nothing to close."""


async def test_a_name_leads_to_its_public_addresses_alone() -> None:
    resolver = PublicResolver((), Told("127.0.0.1", "93.184.216.34"))
    assert [each["host"] for each in await resolver.resolve("files.example")] == ["93.184.216.34"]


async def test_a_name_that_leads_inside_leads_nowhere() -> None:
    with pytest.raises(OSError, match="no public address"):
        await PublicResolver((), Told("10.0.0.7")).resolve("intranet.example")


async def test_a_trusted_name_may_lead_inside() -> None:
    resolver = PublicResolver(("upload.library.example",), Told("10.0.0.7"))
    assert await resolver.resolve("Upload.library.example")
