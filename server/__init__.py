"""Onlineloket, a police desk that is open 24/7 in the browser."""
