"""Questions that nobody can answer now: kept, told the truth about, and dealt in the morning."""
