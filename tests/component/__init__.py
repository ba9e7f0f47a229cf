"""The XMPP floor against a server that the test plays."""
