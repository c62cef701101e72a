"""Changes that need both ends to be known; one module each."""
