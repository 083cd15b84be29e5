# detente: `make` lists the targets. Everything lives in .venv, made from the lock file with hashes.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo test check unit bench floors lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("detente needs Python 3.11 or newer; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/ready ## read an example account, print its timeline, write demo/report.html
	@mkdir -p demo
	$(BIN)/detente read examples/korea-russia.md --format table --report demo/report.html

test: check unit ## all that CI runs: check and unit

check: .venv/ready ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

unit: .venv/ready ## the tests
	$(BIN)/pytest -q

bench: .venv/ready ## ratios measured in one run, and scores
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/scores.py
	$(BIN)/python benchmarks/relations_days.py
	$(BIN)/python benchmarks/classify.py

floors: .venv/ready ## raise the floors under the scores to what is reached now
	$(BIN)/python tests/quality/gate.py

lock: ## pin every dependency anew, with hashes (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet --output-file requirements.lock

clean: ## remove what the other targets made
	rm -rf .venv demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
