"""Debian's Chromium, headless, and a workbench served to it: for tests, figures and pictures of the workbench."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

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
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def served(case: Path) -> Iterator[str]:
    """A workbench on a case file, in a thread, on a free port of loopback; its address without the last slash."""
    app = make_app(case, analyst="mara")
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(app, log_config=None, log_level="warning", lifespan="off", ws="none", http="h11")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    address = listening.getsockname()
    for _ in range(500):
        if server.started:
            break
        time.sleep(0.01)
    try:
        yield f"http://{address[0]}:{address[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
        app.close()
