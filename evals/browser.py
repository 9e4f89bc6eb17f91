"""Debian's Chromium, headless, and a workbench served to it: for tests, figures and pictures of the workbench."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from foreigndesk.workbench.app import make_app
from foreigndesk.workbench.serving import listen

# No sandbox: a container's root has none. The rest keeps Chromium from asking anybody anything.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
PATIENCE = 120.0  # seconds for anything a browser or a server is waited for: a busy machine is many times slower
HINT = "there is no Chromium here: `apt-get install chromium`, or name one in FOREIGNDESK_CHROMIUM"


def chromium() -> str | None:
    """Where Chromium is; None where there is none."""
    named = os.environ.get("FOREIGNDESK_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium. Raises FileNotFoundError where there is none."""
    path = chromium()
    if path is None:
        raise FileNotFoundError(HINT)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=1000 * PATIENCE)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def page_of(opened: Browser, **options: Any) -> Iterator[Page]:
    """A page in a browser of its own, without cookies or cache; `options` are those of a context.

    Whatever is done on it waits for what it needs as long as that may take on a busy machine.
    """
    context = opened.new_context(**options)
    context.set_default_timeout(1000 * PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def served(case: Path) -> Iterator[str]:
    """A workbench on a case file, in a thread, on a free port of loopback; its address without the last slash.

    Raises RuntimeError if it does not begin.
    """
    app = make_app(case, analyst="mara")
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(app, log_config=None, log_level="warning", lifespan="off", ws="none", http="h11")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    address = listening.getsockname()
    until = time.monotonic() + PATIENCE
    while not server.started:
        if not thread.is_alive() or time.monotonic() > until:
            raise RuntimeError("the workbench did not begin")
        time.sleep(0.01)
    try:
        yield f"http://{address[0]}:{address[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listening.close()
        app.close()
