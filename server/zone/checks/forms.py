"""Forms that can be filled."""

from server.domain.field import ChoiceField, DateField, Field, MomentField, YesNoField
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
        for section_at, section in enumerate(form.sections):
            for field_at, field in enumerate(section.fields):
                self._check_field(field, ("sections", section_at, "fields", field_at))

    def _check_field(self, field: Field, place: Place) -> None:
        if field.id in self._earlier:
            self._report((*place, "id"), f"there is a second field `{field.id}`", "give each field an id of its own")
        for id, wanted in field.when.items():
            self._check_condition((*place, "when", id), id, wanted)
        if isinstance(field, ChoiceField):
            self._check_options((*place, "options"), field)
        if isinstance(field, DateField | MomentField) and field.not_before is not None:
            self._check_order((*place, "not_before"), field.not_before)
        self._earlier[field.id] = field

    def _check_condition(self, place: Place, id: str, wanted: str | bool) -> None:
        match self._earlier.get(id):
            case None:
                remedy = suggest(id, self._earlier, "name a field that is asked before this one")
                self._report(place, f"no earlier field is called `{id}`", remedy)
            case YesNoField():
                if not isinstance(wanted, bool):
                    self._report(place, f"`{id}` is yes or no, never `{wanted}`", "write `true` or `false`")
            case ChoiceField(options=options):
                ids = [option.id for option in options]
                if wanted not in ids:
                    self._report(place, f"`{id}` has no option `{wanted}`", suggest(str(wanted), ids))
            case _:
                message = f"`{id}` is neither a choice nor a yes or no"
                self._report(place, message, "let it depend on a field that is")

    def _check_order(self, place: Place, id: str) -> None:
        if not isinstance(self._earlier.get(id), DateField | MomentField):
            message = f"`{id}` is no date or moment that is asked before this one"
            self._report(place, message, "name one that is, or take `not_before` out")

    def _check_options(self, place: Place, field: ChoiceField) -> None:
        seen: set[str] = set()
        for at, option in enumerate(field.options):
            if option.id in seen:
                self._report((*place, at, "id"), f"`{field.id}` has two options `{option.id}`", "keep one of them")
            seen.add(option.id)

    def _report(self, place: Place, message: str, remedy: str) -> None:
        self._folder.report(self._file, place, message, remedy)
