"""What every section of the config has in common."""

from pydantic import BaseModel, ConfigDict, model_validator


class Section(BaseModel):
    """A mapping in the file. Unknown keys are errors; a section without a line in it is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _all_lines_commented_out(cls, data: object) -> object:
        return {} if data is None else data
