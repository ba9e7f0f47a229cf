"""What the desk's own presence says in every roster."""

from imref.desk.phrases.registry import phrase

DESK_STAFFED = phrase("desk_staffed", "Ask us: somebody is here.", "The desk's status.")
DESK_UNSTAFFED = phrase(
    "desk_unstaffed", "Nobody is here just now. Your question is kept.", "The desk's status."
)
