"""`onlineloket bot`: the bot worker; below it, commands to measure the bot, look into it and talk to it."""

import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from server.cli.ending import give_up, run_role, service_key, settings, why
from server.cli.logs import configure
from server.protocol.words import LANGUAGES, Language
from server.zone.problems import ZoneProblems

if TYPE_CHECKING:
    from bots.triage.pipeline import Triage
    from server.zone.zone import Zone

_language = click.option(
    "--language", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="The language of the screen."
)


@click.group(invoke_without_command=True)
@click.pass_context
def bot(context: click.Context) -> None:
    """Run one bot worker; or, with a command, measure the bot, look into it, or talk to it."""
    if context.invoked_subcommand is None:
        _work()


@bot.command()
def classify() -> None:
    """Classify messages: a JSON object a line on standard input, {"text": ..., "ui_lang": "nl"}; a verdict a line on
    standard output, in the same order. Ends with 1 where a line could not be read."""
    import msgspec

    from bots.classify import Classifier, Mistake

    triage, zone = _prepared()
    # What a zone adds was never taught.
    classifier = Classifier(triage, frozenset(topic.id for topic in zone.topics) & triage.topics)
    all_read = True
    output = sys.stdout.buffer
    try:
        for line in sys.stdin.buffer:
            verdict = classifier.classify(line)
            all_read = all_read and not isinstance(verdict, Mistake)
            output.write(msgspec.json.encode(verdict) + b"\n")
            output.flush()
    except BrokenPipeError:
        # Nobody reads on; what would still be flushed at the end has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(not all_read)


@bot.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evaluate(file: Path) -> None:
    """Measure the bot on labelled utterances and print the table, with intervals, per language. How FILE is written
    stands in docs/bot.md."""
    from bots.triage.figures import measure, table
    from bots.triage.labelled import LabelledError, read_labelled, topics_in

    try:
        labelled = read_labelled(file)
    except (LabelledError, OSError) as error:
        give_up(str(error))
    triage, _ = _prepared()
    if unknown := sorted(topics_in(labelled) - triage.topics):
        give_up(f"{file}: the bot knows no topic {', '.join(unknown)}")
    click.echo(table(measure(triage, labelled)))


@bot.command()
@click.argument("text")
@_language
def explain(text: str, language: str) -> None:
    """Say what each stage makes of a message, and why."""
    from bots.triage.stages import explained

    triage, zone = _prepared()
    finding = triage.read(text, cast("Language", language), {topic.id for topic in zone.topics})
    click.echo(explained(finding.stages, finding.model))


@bot.command("try")
@_language
def try_out(language: str) -> None:
    """Talk to the bot in this terminal. A choice is taken by its number. Nothing is stored."""
    from bots.process import prepare
    from bots.rehearsal import rehearse

    chosen = settings()
    configure(chosen, "bot")
    try:
        zone, dialogue = prepare(chosen.zone, chosen.data / "bot")
    except _unreadable() as error:
        give_up(why(error))
    rehearse(dialogue, zone.profile.time_zone, cast("Language", language), sys.stdin, click.echo)


@bot.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Say every mistake in what the bot knows of language, with file, line and remedy. Ends with 1 where there is
    one."""
    from bots.process import LANGUAGE_FOLDER
    from bots.triage.check import check_corpus

    faults = check_corpus(folder or LANGUAGE_FOLDER)
    for fault in faults:
        click.echo(str(fault))
    sys.exit(any(fault.severity == "error" for fault in faults))


def _work() -> None:
    from bots import process

    chosen = settings()
    configure(chosen, "bot")
    key = service_key(chosen)
    try:
        run_role(
            process.run(
                desk_urls=chosen.desk_urls,
                key=key,
                zone_folder=chosen.zone,
                cache_folder=chosen.data / "bot",
                worker=f"{platform.node()}-{os.getpid()}"[:80],
            )
        )
    except _unreadable() as error:
        give_up(why(error))


def _prepared() -> "tuple[Triage, Zone]":
    """What reads messages, and the zone it reads for. Models that were not taught yet are taught now."""
    from bots.process import LANGUAGE_FOLDER
    from bots.triage.corpus import read_corpus
    from bots.triage.pipeline import Triage
    from server.zone.load import load_zone

    chosen = settings()
    try:
        return Triage.build(read_corpus(LANGUAGE_FOLDER), chosen.data / "bot"), load_zone(chosen.zone)
    except _unreadable() as error:
        give_up(why(error))


def _unreadable() -> tuple[type[Exception], ...]:
    """What is raised where something that the bot needs to know cannot be read."""
    from bots.triage.corpus import CorpusError
    from server.zone.catalogue import CatalogueError

    return ZoneProblems, CorpusError, CatalogueError
