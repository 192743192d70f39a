"""How a media worker refuses: one exception, one code per refusal."""

from server.protocol.media import MediaError


class MediaRefusal(Exception):
    """A description or a call was refused for the reason named by `code`."""

    def __init__(self, code: MediaError) -> None:
        super().__init__(code)
        self.code = code
