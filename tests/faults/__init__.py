"""Nothing lost, nothing twice: real processes, driven by scripted people while they are killed, cut off and frozen."""
