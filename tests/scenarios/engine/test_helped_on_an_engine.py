"""What works on our own media workers works on an engine: the same journey, with the desk of this package."""

from tests.scenarios.test_helped import pytestmark, test_in_dutch_with_a_video_call, town

__all__ = ["pytestmark", "test_in_dutch_with_a_video_call", "town"]
