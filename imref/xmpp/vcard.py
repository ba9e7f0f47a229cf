"""Cards of our addresses: vcard-temp (XEP-0054), which all clients read, and vCard4 (XEP-0292)."""

from base64 import b64encode

from imref.xmpp.directory import Entry
from imref.xmpp.wire import content

TEMP = "vcard-temp"
VCARD4 = "urn:ietf:params:xml:ns:vcard-4.0"


def vcard_temp(entry: Entry) -> str:
    """The card with its picture, which is what clients fetch after a hash in presence (XEP-0153).

    COMPAT: Conversations, Dino and Gajim fetch an announced picture here, not from pubsub.
    """
    name, photo = content(entry.name), ""
    if entry.picture is not None:
        data = b64encode(entry.picture.data).decode()
        photo = f"<PHOTO><TYPE>{entry.picture.type}</TYPE><BINVAL>{data}</BINVAL></PHOTO>"
    return f"<vCard xmlns='{TEMP}'><FN>{name}</FN><NICKNAME>{name}</NICKNAME>{photo}</vCard>"


def vcard4(entry: Entry) -> str:
    """The card in the newer form, without the picture: that is an item of its own."""
    name = content(entry.name)
    return (
        f"<vcard xmlns='{VCARD4}'><fn><text>{name}</text></fn>"
        f"<nickname><text>{name}</text></nickname></vcard>"
    )
