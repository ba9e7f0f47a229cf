"""Words between patron and librarian, and what goes with them."""
