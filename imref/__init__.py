"""IM reference for libraries: patrons ask over Jabber, librarians answer from their own client."""
