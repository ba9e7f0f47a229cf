"""The patron's side: what they write, what is known of them, and how they are forgotten."""
