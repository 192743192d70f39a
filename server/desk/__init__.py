"""What the desk does: use cases, each for an actor, at a moment, in one transaction, told to others once durable."""
