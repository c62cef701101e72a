"""A linter, formatter and scaffolding for Hugo sites with the Wowchemy theme."""

__version__ = "0.1.0"
