# Catálogo PML. `make` alone lists what there is; each target works on a fresh clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALOG := $(BIN)/python build_catalog.py
PORT ?= 8000
FUZZ ?= 20000
ROUNDS ?= 60

.DEFAULT_GOAL := help
.PHONY: help site offline serve check test lint bench size harden validate lighthouse audit lock vendor clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

site: $(VENV)/.site ## Build the site into build/site
	$(CATALOG) build

offline: $(VENV)/.site ## Pack the offline copy, then build the site that offers it
	$(CATALOG) build --edition offline
	$(CATALOG) build

serve: $(VENV)/.site ## Build, serve and rebuild on every saved file (PORT=8000)
	$(CATALOG) serve --port $(PORT)

check: $(VENV)/.site ## Judge every file and print what is wrong, with the fix
	$(CATALOG) check

test: $(VENV)/.dev lint ## Everything that must hold: lint, types, tests, browser
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## Style and types of the code
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.dev ## Time and memory of check and build with 100, 1,000 and 10,000 cases
	$(BIN)/python -m tools.bench

size: $(VENV)/.site ## What visitors of build/site fetch, by kind of page, beside its budget
	$(BIN)/python -m tools.sizes

harden: $(VENV)/.dev ## Attacks, made-up files and killed builds, 20 minutes at most (FUZZ=20000 ROUNDS=60)
	timeout 300 $(BIN)/python -m pytest tests/hostile
	timeout 300 $(BIN)/python -m tools.fuzz $(FUZZ)
	FAULT_ROUNDS=$(ROUNDS) timeout 600 $(BIN)/python -m pytest tests/faults

audit: $(VENV)/.site ## Known faults of the locked packages (needs the network)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	$(BIN)/python -m pip_audit --strict --disable-pip --require-hashes -r requirements.txt
	$(BIN)/python -m pip_audit --strict --disable-pip --require-hashes -r requirements-dev.txt

validate: $(VENV)/.dev ## The Nu HTML checker on every kind of page of build/site (needs java and npm)
	$(BIN)/python -m tools.validate

lighthouse: $(VENV)/.dev ## Lighthouse on a phone, every kind of page of build/site (needs npm)
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.lighthouse

lock: $(VENV)/.dev ## Refresh the lock files from pyproject.toml
	$(BIN)/python -m tools.lock

vendor: $(VENV)/.dev ## Refresh the scripts of others that the site carries (needs npm)
	$(BIN)/python -m tools.vendor

clean: ## Remove everything that was generated
	rm -rf build

$(VENV)/.site: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
