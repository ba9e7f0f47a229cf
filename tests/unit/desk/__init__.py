"""The rules of the desk, driven as events and read as effects: no I/O, no clock."""
