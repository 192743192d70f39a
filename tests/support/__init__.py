"""Real servers and a real browser for tests."""
