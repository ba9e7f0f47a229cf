"""How librarians work together: their room, guests, questions to each other, canned answers."""
