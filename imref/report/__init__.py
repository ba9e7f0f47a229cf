"""What the desk's own records say: every figure that a library shows, and how it was computed."""
