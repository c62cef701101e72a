"""`python -m afr_content`."""

from afr_content.cli import run

run()
