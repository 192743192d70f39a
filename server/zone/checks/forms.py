"""Forms that can be filled."""

import re

from server.domain.data import Texts
from server.domain.field import ChoiceField, DateField, Field, MomentField, StreetField, TextField, YesNoField
from server.domain.form import Form
from server.zone.assembly import form_files
from server.zone.checks.profile import is_time_zone
from server.zone.folder import Folder
from server.zone.phrase import Phrase, phrase, suggest
from server.zone.zone import Zone

Place = tuple[str | int, ...]


def check_forms(zone: Zone, folder: Folder) -> None:
    """Report forms whose name, topic, ids or conditions lead nowhere."""
    topics = [topic.id for topic in zone.topics]
    for file, form in zip(form_files(folder), zone.forms, strict=True):
        if file != f"forms/{form.id}.yaml":
            folder.report(file, ("id",), phrase("zone-form-name", form=form.id))
        if form.time_zone != zone.profile.time_zone and not is_time_zone(form.time_zone):
            message = phrase("zone-no-time-zone", name=str(form.time_zone))
            folder.report(file, ("time_zone",), message, phrase("zone-leave-time-zone-out"))
        if form.topic not in topics:
            remedy = suggest(form.topic, topics, phrase("zone-use-id-from", file="topics.yaml"))
            folder.report(file, ("topic",), phrase("zone-no-topic", name=form.topic), remedy)
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
            self._report((*place, "id"), phrase("zone-second-field", field=field.id))
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
            remedy = suggest(id, self._earlier, phrase("zone-name-earlier-field"))
            self._report(place, phrase("zone-no-earlier-field", field=id), remedy)
        else:
            self._check_value(place, field, wanted)

    def _check_value(self, place: Place, field: Field, wanted: str | bool) -> None:
        match field:
            case YesNoField():
                if not isinstance(wanted, bool):
                    self._report(place, phrase("zone-never", field=field.id, value=wanted))
            case ChoiceField(options=options):
                ids = [option.id for option in options]
                if wanted not in ids:
                    self._report(
                        place, phrase("zone-no-option", field=field.id, option=str(wanted)), suggest(str(wanted), ids)
                    )
            case _:
                self._report(place, phrase("zone-no-choice", field=field.id))

    def _check_beside(self, place: Place, field: StreetField, texts: list[str]) -> None:
        for key, id in (("number", field.number), ("municipality", field.municipality)):
            if id is not None and id not in texts:
                remedy = suggest(id, texts, phrase("zone-name-own-field"))
                self._report((*place, key), phrase("zone-no-line-field", field=id), remedy)

    def _check_words(self, place: Place, words: Texts | None) -> None:
        for language, written in (words or {}).items():
            if not all(re.search(r"\w", each) for each in written.split(",")):
                self._report((*place, language), phrase("zone-empty-word"))

    def _check_order(self, place: Place, id: str) -> None:
        if not isinstance(self._earlier.get(id), DateField | MomentField):
            self._report(place, phrase("zone-no-earlier-moment", field=id))

    def _check_options(self, place: Place, field: ChoiceField) -> None:
        seen: set[str] = set()
        for at, option in enumerate(field.options):
            if option.id in seen:
                self._report((*place, at, "id"), phrase("zone-option-twice", field=field.id, option=option.id))
            self._check_words((*place, at, "words"), option.words)
            seen.add(option.id)

    def _report(self, place: Place, message: Phrase, remedy: Phrase | None = None) -> None:
        self._folder.report(self._file, place, message, remedy)
