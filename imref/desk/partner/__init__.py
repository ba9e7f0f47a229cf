"""Another library answers when ours cannot."""
