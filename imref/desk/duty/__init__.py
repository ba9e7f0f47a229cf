"""Who is on duty and for how long, and what keeps them from messages meanwhile."""
