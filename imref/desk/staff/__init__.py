"""The librarian's side: replies and commands."""
