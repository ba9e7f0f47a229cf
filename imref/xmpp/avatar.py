"""Pictures of our addresses as pubsub items (XEP-0084) and as a hash in presence (XEP-0153).

A component has no subscribers to push an item to: what is new is announced by the hash, and the
items are there for whoever fetches them.
"""

from base64 import b64encode

from imref.pictures import Image
from imref.xmpp.directory import Entry

METADATA = "urn:xmpp:avatar:metadata"
DATA = "urn:xmpp:avatar:data"


def metadata(picture: Image) -> str:
    """What a client needs to know before it fetches the picture."""
    return (
        f"<metadata xmlns='{METADATA}'><info id='{picture.id}' type='{picture.type}'"
        f" bytes='{len(picture.data)}' width='{picture.width}' height='{picture.height}'/>"
        "</metadata>"
    )


def data(picture: Image) -> str:
    """The picture itself."""
    return f"<data xmlns='{DATA}'>{b64encode(picture.data).decode()}</data>"


def announcement(entry: Entry) -> str:
    """What presence says of the picture; an empty photo says that there is none."""
    photo = f"<photo>{entry.picture.id}</photo>" if entry.picture else "<photo/>"
    return f"<x xmlns='vcard-temp:x:update'>{photo}</x>"
