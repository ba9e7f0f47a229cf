"""`imref agreement`: the whole agreement as a text that people can sign.

It is made from what the rules themselves read, so it cannot promise what does not happen.
"""

from imref.paper.text import agreement_text

__all__ = ["agreement_text"]
