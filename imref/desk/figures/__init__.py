"""Figures that the desk tells by itself: a person's own, the week's, a pilot's."""
