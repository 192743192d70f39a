"""Who is in a call, how often it was placed, and guests, of whom a conversation may have several."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import server.store.columns

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BY_KIND = "agent IS NULL AND kind <> 'guest'"
_BY_KIND_BEFORE = "agent IS NULL"


def upgrade() -> None:
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "called_in",
                sa.Boolean(),
                server_default=sa.false(),
                nullable=False,
                comment="has a seat in the conversation's call by invitation",
            )
        )
    _one_of_a_kind(_BY_KIND)
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "placement",
                sa.Integer(),
                server_default=sa.text("0"),
                nullable=False,
                comment="how many workers it was placed on",
            )
        )
        batch_op.add_column(
            sa.Column(
                "placed_at",
                server.store.columns.Instant(),
                nullable=True,
                comment="when it was placed, or lost its place",
            )
        )
        batch_op.drop_column("description")
        batch_op.drop_column("connected")
    op.create_table(
        "call_parties",
        sa.Column("call", sa.String(length=48), nullable=False),
        sa.Column("participant", sa.String(length=48), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column(
            "connected",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="media flows, says the worker",
        ),
        sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("invited_by", sa.String(length=48), nullable=True),
        sa.Column("since", server.store.columns.Instant(), nullable=False, comment="when it came to this state"),
        sa.Column("link_hash", sa.String(length=64), nullable=True, comment="SHA-256 of a guest's link for one use"),
        sa.Column("link_expires_at", server.store.columns.Instant(), nullable=True),
        sa.Column(
            "token_hash",
            sa.String(length=64),
            nullable=True,
            comment="SHA-256 of the token of the page that used the link",
        ),
        sa.ForeignKeyConstraint(["call"], ["calls.id"], name=op.f("fk_call_parties_call_calls")),
        sa.ForeignKeyConstraint(
            ["participant"], ["participants.id"], name=op.f("fk_call_parties_participant_participants")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["participants.id"], name=op.f("fk_call_parties_invited_by_participants")
        ),
        sa.PrimaryKeyConstraint("call", "participant", name=op.f("pk_call_parties")),
        sa.UniqueConstraint("link_hash", name=op.f("uq_call_parties_link_hash")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_call_parties_token_hash")),
    )
    op.create_index("ix_call_parties_participant", "call_parties", ["participant"], unique=False)
    # Who called when this was installed had no row of their own: such calls are over, and the record says so already.
    op.execute(
        "UPDATE calls SET state = 'ended', ended_at = proposed_at WHERE ended_at IS NULL AND state <> 'proposed'"
    )


def downgrade() -> None:
    op.drop_index("ix_call_parties_participant", table_name="call_parties")
    op.drop_table("call_parties")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(sa.Column("connected", server.store.columns.Json(), nullable=True))
        batch_op.add_column(sa.Column("description", server.store.columns.Json(), nullable=True))
        batch_op.drop_column("placed_at")
        batch_op.drop_column("placement")
    _one_of_a_kind(_BY_KIND_BEFORE)
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.drop_column("called_in")


def _one_of_a_kind(where: str) -> None:
    op.drop_index("ix_participants_kind", table_name="participants")
    op.create_index(
        "ix_participants_kind",
        "participants",
        ["conversation", "kind"],
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
