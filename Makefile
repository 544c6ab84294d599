# What a newcomer needs: make demo, make test. Everything is installed from requirements.lock, whose hashes pip checks.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
DEMO := demo.db
CORPUS ?= ../shared/corpora/polnear/dev.jsonl
NAMES ?= ../shared/corpora/names/open.csv
TOPICS ?= ../shared/corpora/newswcl50/open.jsonl
LOADED ?= ../shared/corpora/babe/open.jsonl
TIMES ?= ../shared/corpora/tempeval3/train.jsonl
EVENTS ?= ../shared/corpora/plover/open.jsonl
INCIDENTS ?= ../shared/corpora/muc4/tst1.jsonl ../shared/corpora/muc4/tst2.jsonl
CASCADES ?= ../shared/corpora/cascades/open.jsonl

.PHONY: demo test test-fast lint format evaluate docs lock clean
.DEFAULT_GOAL := demo

demo: $(INSTALLED)  ## read the example articles into a ledger and show the reading
	rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/rawi read examples/ --ledger $(DEMO)
	@echo; echo 'First ". $(BIN)/activate", or write $(BIN)/rawi for rawi.'

test: $(INSTALLED) lint  ## every check: style, types, import contracts, all tests
	$(BIN)/pytest -m ""

test-fast: $(INSTALLED)  ## the tests that take seconds
	$(BIN)/pytest

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(INSTALLED)  ## measure against the floors; CORPUS, NAMES, LOADED, TIMES, TOPICS, EVENTS, INCIDENTS, CASCADES where at hand
	@for corpus in $(wildcard $(CORPUS)) evaluation/styles.jsonl; do for method in learned rules; do \
	  $(BIN)/rawi evaluate attribution "$$corpus" --attribution $$method --floors evaluation/floors.json || exit 1; done; done
	@for pairs in $(wildcard $(NAMES)) evaluation/variants.csv; do \
	  $(BIN)/rawi evaluate names "$$pairs" --floors evaluation/floors.json || exit 1; done
	@for sentences in $(wildcard $(LOADED)); do for method in learned rules; do \
	  $(BIN)/rawi evaluate loaded "$$sentences" --attribution $$method --floors evaluation/floors.json || exit 1; done; done
	@for texts in $(wildcard $(TIMES)); do \
	  $(BIN)/rawi evaluate times "$$texts" --floors evaluation/floors.json || exit 1; done
	@for topics in $(wildcard $(TOPICS)); do \
	  $(BIN)/rawi evaluate actors "$$topics" --floors evaluation/floors.json || exit 1; done
	@for sentences in $(wildcard $(EVENTS)); do \
	  $(BIN)/rawi evaluate events "$$sentences" --floors evaluation/floors.json || exit 1; done
	@for messages in $(wildcard $(INCIDENTS)); do \
	  $(BIN)/rawi evaluate incidents "$$messages" --floors evaluation/floors.json || exit 1; done
	@for stories in $(wildcard $(CASCADES)) benchmarks/cascades/stories.jsonl; do \
	  $(BIN)/rawi evaluate cascades "$$stories" --floors evaluation/floors.json || exit 1; done
	@$(BIN)/rawi evaluate places evaluation/places.jsonl --floors evaluation/floors.json || exit 1
	@$(BIN)/rawi evaluate harm evaluation/harm.jsonl --floors evaluation/floors.json || exit 1
	@test -f "$(CORPUS)" || echo "no corpus at $(CORPUS): give one with make evaluate CORPUS=path/to/corpus.jsonl"

docs: $(INSTALLED)  ## write docs/cli.md anew from the command line itself
	$(BIN)/python -m rawi.cli.reference > docs/cli.md

lock: $(INSTALLED)  ## newest versions that pyproject.toml allows, with the hash of every file offered for them
	$(BIN)/python -m venv .venv/lock
	.venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --upgrade --no-annotate --no-header --no-config --quiet -o .venv/requirements.lock
	(sed '/^[^#]/,$$d' requirements.lock; cat .venv/requirements.lock) > .venv/commented.lock
	mv .venv/commented.lock requirements.lock

clean:
	rm -rf .venv $(DEMO) $(DEMO)-wal $(DEMO)-shm .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# Made again only when what is to be installed changes; the package itself is installed in place.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rawi needs Python 3.11 or newer; name one: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
