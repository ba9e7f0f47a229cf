"""The XMPP floor: stanzas in, events out; effects in, stanzas out. It decides nothing."""
