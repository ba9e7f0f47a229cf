"""Forms of a client's own (XEP-0050) for what commands do in words."""
