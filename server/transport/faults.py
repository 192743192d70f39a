"""Where a fault came from, for the log: the words of an exception may hold what somebody wrote; its place does not."""


def place_of(error: BaseException) -> str:
    """The file and the line that raised it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "unknown"
