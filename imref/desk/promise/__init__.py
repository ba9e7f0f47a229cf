"""Answers that are promised for later, and how they reach a patron who has gone."""
