"""A case file of invented reports, read by hand, and pages of it asked for as a browser does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.workbench.desk import ADDRESS, Pages, make_case, pages_of


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "case.db")


@pytest.fixture
def pages(case: Path) -> Iterator[Pages]:
    app = pages_of(case)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield Pages(client, case)
    app.close()
