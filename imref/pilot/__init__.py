"""A pilot: targets that are set before it begins, and a verdict that is held to them."""
