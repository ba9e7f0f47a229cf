"""The dashboard: what is going on, what was, and what is promised, for staff in their browser."""
