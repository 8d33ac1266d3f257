# make run · make test · make build · make check · make bench · make compare BASE=rev · make train PASSAGES=FILE.jsonl      PYTHON=python3.12 chooses another interpreter (3.11 or newer)
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run build test check bench compare train format clean

help: ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: build ## build the tables and serve http://localhost:8501
	$(PY) -m streamlit run app.py --server.port $(PORT)

build: $(VENV)/runtime ## read data/articles, write data/*.csv (1 = some input was refused and is listed above)
	$(PY) -m pipeline build || [ $$? -eq 1 ]

test: $(VENV)/dev ## every test, browser tests included
	$(PY) -m pytest

check: $(VENV)/dev ## ruff and mypy
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(VENV)/dev ## measure; writes data/figures.json, which the About page shows
	$(PY) -m tests.benchmarks

compare: $(VENV)/dev ## what a change gains and loses on real articles: BASE=rev [HEAD=rev] [ARTICLES=FILE.jsonl] [ONLY=leaving]
	@test -n "$(BASE)" || { echo 'BASE is missing, for example: make compare BASE=main' >&2; exit 2; }
	@$(PY) -m tests.benchmarks.compare --base '$(BASE)' $(if $(HEAD),--head '$(HEAD)') $(if $(ARTICLES),--articles '$(ARTICLES)') $(if $(ONLY),--only '$(ONLY)')

train: $(VENV)/train ## train the reader, which is not used yet: PASSAGES=FILE.jsonl
	@test -n "$(PASSAGES)" || { echo 'PASSAGES is missing, for example: make train PASSAGES=passages.jsonl' >&2; exit 2; }
	$(PY) -m pipeline.reader.train '$(PASSAGES)'

format: $(VENV)/dev ## put the code into the house's form
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

clean: ## remove what the other commands made, the tables excepted
	rm -rf $(VENV) data/.cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(PY) -m pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/dev: $(VENV)/runtime pyproject.toml
	$(PY) -m pip install --quiet --group dev
	@touch $@

$(VENV)/train: $(VENV)/runtime pyproject.toml
	$(PY) -m pip install --quiet --group train
	@touch $@
