"""Three or four parties: one uplink each, copied to the others; RTCP ends at the worker (decision 17)."""
