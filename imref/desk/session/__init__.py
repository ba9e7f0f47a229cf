"""A session from first word to last: in line, offered, claimed, passed on, closed, let go."""
