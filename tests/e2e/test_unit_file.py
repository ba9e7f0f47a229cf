"""The systemd unit says what the service relies on."""

from configparser import RawConfigParser

from imref.demo.snippets import snippet


def test_the_unit_agrees_with_the_service() -> None:
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(snippet("imref.service"))
    service = unit["Service"]

    assert service["Type"] == "notify"
    assert service["ExecStart"].endswith("imref run -c /etc/imref/config.yaml")
    assert service["ExecReload"] == "/bin/kill -HUP $MAINPID"
    assert service["RestartPreventExitStatus"] == "78"
    assert service["StateDirectory"] == "imref"
    assert "WatchdogSec" in service
