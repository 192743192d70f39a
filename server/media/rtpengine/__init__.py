"""Calls through an rtpengine that a zone already runs, instead of through workers of our own: `docs/media.md`."""
