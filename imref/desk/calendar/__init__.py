"""When a desk is open, and the dates and times that people write."""
