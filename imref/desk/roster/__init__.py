"""Who is here, who may see whom, and what rosters show of desks and patrons."""
