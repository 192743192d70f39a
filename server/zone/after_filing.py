"""`after-filing.yaml`: what follows once a report is filed, and where victims find help. Stands on its papers."""

from typing import Annotated

from msgspec import Meta

from server.domain.data import Datum, Id, Texts


class AfterFiling(Datum, frozen=True, kw_only=True):
    """`next_steps`: what happens with the report, in order. `victim_help`: what help there is; `numbers`: whom to call,
    ids from `numbers.yaml`.
    """

    next_steps: Annotated[tuple[Texts, ...], Meta(min_length=1)]
    victim_help: Texts
    numbers: tuple[Id, ...] = ()
