"""What `imref check` finds of files: whether our server takes what is to be brought over."""

from imref.config import Config
from imref.desk.talk.file_rules import FilePolicy
from imref.findings import Finding, Mark
from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.upload import ask_for_slot, find_service

ADVICE = (
    "Let the server's upload service give room to imref's domain: http_file_share_access "
    "(Prosody), deploy/ejabberd/files.yml; or set files.policy to something else."
)


def brings_over(config: Config) -> bool:
    """Whether files are brought to our server, at any desk."""
    policies = {config.files.policy, *(desk.files for desk in config.desks.values())}
    return FilePolicy.RE_UPLOAD in policies


async def check_uploads(asking: Asking, config: Config) -> Finding:
    """Look for the upload service and ask it for a slot; nothing is put there."""
    domain = config.component.domain
    service = config.files.service
    service = service or await find_service(asking, domain.partition(".")[2], domain)
    if not service:
        text = "the server has no upload service, so no file can be brought over"
        return Finding(Mark.WARNING, text, ADVICE)
    try:
        await ask_for_slot(asking, service, "check.png", 1000, "image/png")
    except AskedInVain as refusal:
        text = f"{service} gives imref no room for files: {refusal.condition}"
        return Finding(Mark.WARNING, text, ADVICE)
    return Finding(Mark.FINE, f"{service} takes files from imref")
