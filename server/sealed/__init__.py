"""What lies on disk sealed: readable only under a key, and found out when it was changed, cut or put in another order.

`docs/recording.md` says what is sealed by which key.
"""
