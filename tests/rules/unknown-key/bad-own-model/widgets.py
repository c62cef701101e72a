from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key
from afr_content.models.section import Section
from afr_content.models.types import Flag, TextList


class Content(FrontMatterModel):
    user_groups: TextList = Key("Who is shown.", required=True)
    shuffled: Flag = Key("In any order.")


class Members(Section):
    content: Content = Key("Who is shown.", required=True)
