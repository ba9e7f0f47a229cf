"""Scenes on real XMPP servers."""
