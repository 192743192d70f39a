"""Whole journeys, in real browsers, against the desk as its operator starts it."""
