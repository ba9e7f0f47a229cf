"""The rules of a reference desk: pure Python, no I/O, no clock; event and now in, effects out."""
