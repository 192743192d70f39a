# What each target is for stands after its ##; `make help` lists them.

VENV := .venv
BIN := $(VENV)/bin

# The first interpreter that we support and that can make virtual environments.
PYTHON ?= $(shell for name in python3.11 python3.12 python3; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' 2>/dev/null \
	&& command -v $$name && break; done)

# Node.js comes from the lock too, so that everybody checks with the same. The desk itself never needs it.
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

# The desk is many processes that start often: what is compiled once is kept, also where the environment says otherwise.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test suite check fuzz bench faults screenshots screens docs lock vendor servers force

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)$$/  make \1\t\2/p' $(MAKEFILE_LIST)

run: $(VENV)/.runtime ## start the desk with the demo zone on http://localhost:8080
	@$(BIN)/onlineloket serve

test: ## everything CI runs, with the servers and the browser it needs
	@$(MAKE) --no-print-directory --jobs=2 servers node_modules/.package-lock.json
	@$(MAKE) --no-print-directory --jobs=2 check suite

# A worker more than the smallest machine has processors: they often wait, and give way to what flows in real time.
suite: $(VENV)/.check node_modules/.package-lock.json
	$(BIN)/pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder --ignore tests/architecture

check: $(VENV)/.check node_modules/.package-lock.json ## style, types, architecture, freshness of generated files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(WITH_NODE) node_modules/.bin/tsc --project tsconfig.json
	$(BIN)/hadolint Dockerfile
	$(BIN)/pytest -q tests/architecture tests/protocol/test_render.py tests/test_settings.py

fuzz: $(VENV)/.check ## send the desk 10,400 cases of wrong packets, all ways side by side (CASES=3200 of each, a quarter on PostgreSQL)
	FUZZ_CASES=$(or $(CASES),3200) $(BIN)/pytest -q --numprocesses 4 tests/transport/fuzz

bench: $(VENV)/.check ## one JSON object a line; ONLY=name runs one
	@$(BIN)/python -m tests.bench $(ONLY)

faults: $(VENV)/.check ## kill, cut and freeze a desk a thousand times and prove that nothing is lost (FAULTS=100 SEED=1)
	@FAULTS=$(FAULTS) SEED=$(SEED) $(BIN)/python -m tests.faults

screenshots: $(VENV)/.check ## take the pictures of the README from a running desk
	$(BIN)/python -m tests.tooling.screenshots

screens: $(VENV)/.check node_modules/.package-lock.json ## take every screen, small and large, light and dark, in three languages
	$(BIN)/python -m tests.tooling.screens

docs: $(VENV)/.runtime ## write the generated files anew
	$(BIN)/python -m server.protocol.render
	$(BIN)/python -m server.settings > docs/settings.md
	$(BIN)/python -m server.papers.export > docs/report-export.schema.json

vendor: $(VENV)/.check node_modules/.package-lock.json ## refresh web/vendor from the packages package-lock.json pins
	$(BIN)/python -m tests.tooling.vendor

# One lock for 3.11 and 3.12. It names no host: where packages come from is the machine's business.
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-config --custom-compile-command "make lock" --group build
lock: $(VENV)/.check ## resolve the dependencies of pyproject.toml anew (UPGRADE=--upgrade takes newer ones)
	$(LOCK) $(UPGRADE) --output-file requirements/runtime.txt
	$(LOCK) $(UPGRADE) --output-file requirements/check.txt --group check --constraint requirements/runtime.txt
	$(WITH_NODE) npm install --package-lock-only --omit-lockfile-registry-resolved

servers:
	@sh tests/tooling/servers.sh

# A virtual environment that was moved, left half made, or whose interpreter is gone, is made anew.
ifneq ($(shell { grep -q '$(CURDIR)/$(BIN)' $(BIN)/pip && $(BIN)/python -c 'import pip' && echo fine; } 2>/dev/null),fine)
$(BIN)/python: force
endif
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Onlineloket needs Python 3.11 or 3.12 with venv and pip" \
		"(on Debian: apt install python3-venv)." >&2; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)

# Compiled is what is imported, when it is: much of what is installed never is.
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-compile

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the desk is made of: a minute or two."
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.check: requirements/check.txt $(VENV)/.runtime
	@echo "Installing what checks it."
	@$(PIP) --require-hashes -r requirements/check.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json package.json | $(VENV)/.check
	@$(WITH_NODE) npm ci --no-fund --no-audit --no-update-notifier --loglevel=error
	@touch $@
