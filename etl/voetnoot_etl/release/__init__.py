"""What goes out: Turtle files with their description, the store, and graphs pushed to an endpoint elsewhere."""
