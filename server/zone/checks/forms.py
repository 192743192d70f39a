"""Forms that can be filled."""

import re

from server.domain.data import Texts
from server.domain.field import ChoiceField, DateField, Field, MomentField, StreetField, TextField, YesNoField
from server.domain.form import Form
from server.zone.assembly import form_files
from server.zone.checks.profile import is_time_zone
from server.zone.folder import Folder
from server.zone.phrase import suggest
from server.zone.zone import Zone

Place = tuple[str | int, ...]


def check_forms(zone: Zone, folder: Folder) -> None:
    """Report forms whose name, topic, ids or conditions lead nowhere."""
    topics = [topic.id for topic in zone.topics]
    for file, form in zip(form_files(folder), zone.forms, strict=True):
        if file != f"forms/{form.id}.yaml":
            remedy = f"name the file {form.id}.yaml, or mend the id"
            folder.report(file, ("id",), f"the form calls itself `{form.id}`", remedy)
        if form.time_zone != zone.profile.time_zone and not is_time_zone(form.time_zone):
            message, remedy = f"there is no time zone `{form.time_zone}`", "leave it out: the zone's own holds"
            folder.report(file, ("time_zone",), message, remedy)
        if form.topic not in topics:
            remedy = suggest(form.topic, topics, "use an id from topics.yaml")
            folder.report(file, ("topic",), f"there is no topic `{form.topic}`", remedy)
        _FormCheck(folder, file).check(form)


class _FormCheck:
    """One form, field by field, in the order they are asked."""

    def __init__(self, folder: Folder, file: str) -> None:
        self._folder = folder
        self._file = file
        self._earlier: dict[str, Field] = {}

    def check(self, form: Form) -> None:
        """Report every field that cannot be asked or answered as it is written."""
        texts = [field.id for field in form.fields if isinstance(field, TextField)]
        for section_at, section in enumerate(form.sections):
            for field_at, field in enumerate(section.fields):
                place = ("sections", section_at, "fields", field_at)
                self._check_field(field, place)
                if isinstance(field, StreetField):
                    self._check_beside(place, field, texts)

    def _check_field(self, field: Field, place: Place) -> None:
        if field.id in self._earlier:
            self._report((*place, "id"), f"there is a second field `{field.id}`", "give each field an id of its own")
        for id, wanted in field.when.items():
            self._check_condition((*place, "when", id), id, wanted)
        if isinstance(field, ChoiceField):
            self._check_options((*place, "options"), field)
        for key in ("words", "words_yes", "words_no"):
            self._check_words((*place, key), getattr(field, key, None))
        if field.to_person is not None:
            self._check_value((*place, "to_person"), field, field.to_person)
        if isinstance(field, DateField | MomentField) and field.not_before is not None:
            self._check_order((*place, "not_before"), field.not_before)
        self._earlier[field.id] = field

    def _check_condition(self, place: Place, id: str, wanted: str | bool) -> None:
        field = self._earlier.get(id)
        if field is None:
            remedy = suggest(id, self._earlier, "name a field that is asked before this one")
            self._report(place, f"no earlier field is called `{id}`", remedy)
        else:
            self._check_value(place, field, wanted)

    def _check_value(self, place: Place, field: Field, wanted: str | bool) -> None:
        match field:
            case YesNoField():
                if not isinstance(wanted, bool):
                    self._report(place, f"`{field.id}` is yes or no, never `{wanted}`", "write `true` or `false`")
            case ChoiceField(options=options):
                ids = [option.id for option in options]
                if wanted not in ids:
                    self._report(place, f"`{field.id}` has no option `{wanted}`", suggest(str(wanted), ids))
            case _:
                message = f"`{field.id}` is neither a choice nor a yes or no"
                self._report(place, message, "let it depend on a field that is")

    def _check_beside(self, place: Place, field: StreetField, texts: list[str]) -> None:
        for key, id in (("number", field.number), ("municipality", field.municipality)):
            if id is not None and id not in texts:
                message, remedy = f"no field of one line is called `{id}`", suggest(id, texts, "name one of this form")
                self._report((*place, key), message, remedy)

    def _check_words(self, place: Place, words: Texts | None) -> None:
        for language, written in (words or {}).items():
            if not all(re.search(r"\w", each) for each in written.split(",")):
                self._report((*place, language), "there is nothing between two commas", "take one of them out")

    def _check_order(self, place: Place, id: str) -> None:
        if not isinstance(self._earlier.get(id), DateField | MomentField):
            message = f"`{id}` is no date or moment that is asked before this one"
            self._report(place, message, "name one that is, or take `not_before` out")

    def _check_options(self, place: Place, field: ChoiceField) -> None:
        seen: set[str] = set()
        for at, option in enumerate(field.options):
            if option.id in seen:
                self._report((*place, at, "id"), f"`{field.id}` has two options `{option.id}`", "keep one of them")
            self._check_words((*place, at, "words"), option.words)
            seen.add(option.id)

    def _report(self, place: Place, message: str, remedy: str) -> None:
        self._folder.report(self._file, place, message, remedy)
