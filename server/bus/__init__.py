"""Redis between the processes: wake-ups and fan-out. Losing it costs delay, never a recorded fact."""
