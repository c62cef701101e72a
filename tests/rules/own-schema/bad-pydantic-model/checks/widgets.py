from pydantic import BaseModel, ConfigDict, Field


class Content(BaseModel):
    user_groups: list[str] = Field(min_length=1)


class Members(BaseModel):
    model_config = ConfigDict(extra="forbid")

    widget: str
    weight: int
    size: int = Field(1, ge=1, le=3)
    content: Content
