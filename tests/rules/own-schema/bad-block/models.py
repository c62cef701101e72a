from afr_content.models.base import FrontMatterModel
from afr_content.models.blocks.block import Block
from afr_content.models.keys import Key
from afr_content.models.types import Flag


class Content(FrontMatterModel):
    dense: Flag = Key("Show more.")


class Timeline(Block):
    content: Content = Key("What it shows.")
