"""Go templates as Hugo has them: which keys of which pages they read, and what for."""
