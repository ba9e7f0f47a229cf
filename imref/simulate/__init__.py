"""What would happen if: the real rules on a virtual clock."""
