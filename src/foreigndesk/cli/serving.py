"""The command of the workbench."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from foreigndesk.cli.options import analyst_option, case_option


@click.command()
@click.option(
    "--port",
    metavar="NUMBER",
    type=click.IntRange(0, 65535),
    default=8017,
    show_default=True,
    help="Where to listen; 0 takes the next free port.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="An address that other machines reach, too. They are let in with the token alone.",
)
@click.option(
    "--token",
    metavar="WORD",
    envvar="FOREIGNDESK_TOKEN",
    show_envvar=True,
    default="",
    help="What is asked for at the door.  [default: none on this machine, else made up and printed]",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@analyst_option
@case_option
def serve(port: int, host: str, token: str, open_browser: bool, analyst: str, path: Path) -> None:
    """Open the workbench: the case file as local web pages, to read, question and correct.

    It listens on this machine alone, loads nothing from elsewhere and sends nothing anywhere. A case file that is not
    there yet is begun. Pages go on while another desk writes. Ctrl-C ends it.

    \b
    Examples:
      foreigndesk serve
      foreigndesk serve --case case.db --open
      foreigndesk serve --port 0
      foreigndesk serve --host 192.168.1.20 --token "a long word of your own"
    """
    from foreigndesk.workbench.serving import serve as serve_case

    def ready(address: str) -> None:
        click.echo(f"Foreign Desk: {path} at {address}\nCtrl-C ends it.", err=True)
        if open_browser:
            click.launch(address)

    serve_case(path, host, port, token, analyst, ready)
