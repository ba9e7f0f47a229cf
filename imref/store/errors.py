"""What can go wrong with the store, in terms that the rest of the program understands."""


class StoreError(Exception):
    """The store cannot be used at all; the sentence is for the person who runs the service."""


class StoreUnavailable(StoreError):  # noqa: N818 - a state of affairs, not a mistake
    """A batch was not kept (disk full, locked, I/O error). Nothing of it remains; try later."""


class StoreConflict(StoreUnavailable):
    """A batch contradicts what is kept (a duplicate, a missing row) and was not kept.

    It never succeeds by waiting: memory has to be loaded from the store again.
    """
