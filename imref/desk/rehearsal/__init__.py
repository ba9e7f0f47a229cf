"""Made-up patrons who take the real path: practice, and the daily check."""
