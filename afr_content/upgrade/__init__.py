"""What another theme or another Hugo would make of a site, and the changes that go with it."""
