"""A private XMPP server and people who talk over it, for trying imref out and for its tests."""
