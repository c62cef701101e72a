"""What a page's body mentions: links, images and shortcodes, each with its place.

`mentions` is quick and looks at every body; `confirmed` asks a real Markdown parser, for those few
mentions that somebody is about to complain of; `anchors` tells what a `#fragment` may lead to.
"""

from afr_content.bodies.anchors import anchors
from afr_content.bodies.confirm import confirmed
from afr_content.bodies.mention import Argument, Mention
from afr_content.bodies.scan import mentions

__all__ = ["Argument", "Mention", "anchors", "confirmed", "mentions"]
