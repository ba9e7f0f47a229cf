"""What can go wrong while a file is brought over."""

from imref.desk.events import FileTrouble


class FileProblem(Exception):  # noqa: N818 - it is mostly the file's
    """A file does not come; ``trouble`` is what its sender is told, the text is for the log.

    The text names no file and no address: those are people's own.
    """

    def __init__(self, trouble: FileTrouble, text: str) -> None:
        super().__init__(text)
        self.trouble = trouble
