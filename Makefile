# Foreign Desk. `make brief` and `make test` are all that a newcomer needs; both set everything up first.
PY := .venv/bin/python
REPORTS ?= examples/reports
CASE ?= build/brief.db
HTML ?= build/brief.html
CORPORA ?= ../shared
export DO_NOT_TRACK := 1

.PHONY: brief setup test check eval lock docs screenshots clean

brief: .venv/.ok  ## read REPORTS (default: the examples) and show the brief, also as one HTML file
	@mkdir -p build
	@$(PY) -m foreigndesk collect --case $(CASE) "$(REPORTS)"
	@$(PY) -m foreigndesk brief --case $(CASE) --html $(HTML)

setup: .venv/.ok  ## the virtual environment, from locked and hashed packages

.venv/.ok: requirements.lock bootstrap.lock pyproject.toml
	python3 -m venv .venv
	.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r bootstrap.lock
	.venv/bin/uv pip sync -q --require-hashes requirements.lock bootstrap.lock
	.venv/bin/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@

test: .venv/.ok  ## all tests
	$(PY) -m pytest

check: .venv/.ok  ## style, types, the house's import rules, spelling, generated files
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/codespell src tests docs evals training README.md

eval: .venv/.ok  ## every figure that needs the corpora beside the project (CORPORA=../shared)
	$(PY) -m evals --corpora "$(CORPORA)"

docs: .venv/.ok  ## the generated pages: CLI reference, JSON Schema
	$(PY) -m docs.generate

screenshots: .venv/.ok  ## pictures of every page of the workbench, light and dark, in build/screenshots (needs Chromium)
	$(PY) -m docs.screenshots

lock: .venv/.ok  ## pin anew what pyproject.toml and bootstrap.in ask for
	.venv/bin/uv pip compile -q --upgrade bootstrap.in --universal --python-version 3.11 --generate-hashes --no-header -o bootstrap.lock
	.venv/bin/uv pip compile -q --upgrade pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock

clean:
	rm -rf .venv build
