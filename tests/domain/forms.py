"""A form to test with: every kind of field, conditions and an order of moments."""

from typing import get_args

from server.domain.data import Texts
from server.domain.field import (
    AmountField,
    ChoiceField,
    DateField,
    EmailField,
    Field,
    LongTextField,
    MomentField,
    NationalNumberField,
    Option,
    PhoneField,
    SerialField,
    StreetField,
    TextField,
    YesNoField,
)
from server.domain.form import Form, Section
from server.protocol.words import Language


def said(text: str) -> Texts:
    """The same words in every language."""
    return dict.fromkeys(get_args(Language), text)


def form_of(*fields: Field, time_zone: str | None = "Europe/Brussels") -> Form:
    """A form of one section."""
    section = Section(id="all", title=said("All"), fields=fields)
    return Form(id="test", version=1, topic="bike_theft", title=said("Test"), sections=(section,), time_zone=time_zone)


TEXT = TextField(id="text", label=said("Text"), required=True, max_length=20)
LONG = LongTextField(id="long", label=said("Long"), max_length=100)
LOCKED = YesNoField(id="locked", label=said("Locked"), required=True)
LOCK = ChoiceField(
    id="lock",
    label=said("Lock"),
    required=True,
    when={"locked": True},
    options=(Option(id="chain", label=said("Chain")), Option(id="u", label=said("U"))),
)
LINKS = TextField(id="links", label=said("Links"), required=True, when={"lock": "chain"})
BORN = DateField(id="born", label=said("Born"))
LEAVES = DateField(id="leaves", label=said("Leaves"), lies="future")
RETURNS = DateField(id="returns", label=said("Returns"), lies="anywhere", not_before="leaves")
SEEN = MomentField(id="seen", label=said("Seen"), required=True)
GONE = MomentField(id="gone", label=said("Gone"), not_before="seen")
STREET = StreetField(id="street", label=said("Street"))
VALUE = AmountField(id="value", label=said("Value"), least=1, most=5000)
PHONE = PhoneField(id="phone", label=said("Phone"))
EMAIL = EmailField(id="email", label=said("E-mail"))
SERIAL = SerialField(id="serial", label=said("Serial"))
REGISTER = NationalNumberField(id="register", label=said("Register"))

EVERY_KIND = form_of(
    TEXT, LONG, LOCKED, LOCK, LINKS, BORN, LEAVES, RETURNS, SEEN, GONE, STREET, VALUE, PHONE, EMAIL, SERIAL, REGISTER
)
