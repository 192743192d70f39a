"""A long history of what the bot decided, as a desk has it after months."""

from datetime import UTC, datetime, timedelta

from server.store import schema
from server.store.database import Database

END = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

_LANGUAGES = ("nl", "nl", "nl", "nl", "nl", "fr", "fr", "en", "en", "de")
_CAME_TO = ("answered", "helped", "answered", "handed_over", "unanswered", "answered", "helped", "answered", "danger")


async def fill(database: Database, decisions: int, *, days: int = 180) -> None:
    """So many decisions until `END`, two in each conversation, spread over the days; one in nine went unanswered, one
    in a hundred was marked as wrong, and after one in two hundred a new contact followed."""
    step = timedelta(days=days) / decisions
    conversations, decided = [], []
    for number in range(decisions // 2):
        at = END - step * (decisions - 2 * number)
        id, language = f"c_{number:012}", _LANGUAGES[number % len(_LANGUAGES)]
        by_bot = number % 3 > 0
        conversations.append(
            {
                "id": id,
                "phase": "closed",
                "language": language,
                "team": "central",
                "languages": [language],
                "urgency": "routine",
                "opened_at": at,
                "said_at": at,
                "closed_at": at,
                "queued_at": None if by_bot else at,
                "closed_by": "bot" if by_bot else "agent",
                "followed_at": at if number % 200 == 0 else None,
                "shared_last": 5,
                "staff_last": 2,
            }
        )
        for place in (1, 2):
            came_to = _CAME_TO[(number + place) % len(_CAME_TO)]
            wrong = "wrong_topic" if number % 100 == 0 else None
            recontact = number % 200 == 0
            decided.append(
                {
                    "conversation": id,
                    "number": place,
                    "message": 2 * place,
                    "at": at + step * place,
                    "language": language,
                    "action": "answer",
                    "heard": True,
                    "topic": "bike_theft",
                    "came_to": came_to,
                    "said_first": 2 * place + 1,
                    "said_last": 2 * place + 1,
                    "wrong": wrong,
                    "recontact": recontact,
                    "to_review": came_to == "unanswered" or wrong is not None or recontact,
                }
            )
    async with database.write() as connection:
        for table, rows in ((schema.conversations, conversations), (schema.decisions, decided)):
            for first in range(0, len(rows), 5000):
                await connection.execute(table.insert(), rows[first : first + 5000])
    async with database.write() as connection:
        await connection.exec_driver_sql("ANALYZE")
