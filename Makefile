# Every target makes the environment it needs, in .venv, from python3 and the package registry alone.
# PYTHON=python3.13 make test     chooses the interpreter that .venv is made from
# WORKERS=4 make test             runs the tests in that many processes

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test lint types imports tests format bench fuzz pictures wheel clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

$(READY): pyproject.toml tools/environment.sh
	@sh tools/environment.sh $(VENV)
	@touch $@

$(READY_DEV): pyproject.toml tools/environment.sh
	@sh tools/environment.sh $(VENV) dev
	@touch $(READY) $@

demo: $(READY) ## read an example in the reader; print its report where there is no terminal
	@sh tools/demo.sh $(BIN)/variorum

test: lint types imports tests ## everything that CI checks

lint: $(READY_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY_DEV)
	$(BIN)/mypy

imports: $(READY_DEV)
	$(BIN)/lint-imports

tests: $(READY_DEV)
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup

format: $(READY_DEV) ## put the code into its form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(READY_DEV) ## measure, print the table and keep it in docs/performance.md
	$(BIN)/python -m tools.bench

fuzz: $(READY_DEV) ## throw hostile input at the reader for a minute (SECONDS=600: for ten)
	$(BIN)/python -m tools.fuzz --seconds $(or $(SECONDS),60)

pictures: $(READY) ## make the pictures of docs/pictures
	$(BIN)/python -m tools.pictures

wheel: $(READY_DEV) ## build the wheel and the source distribution into dist/
	$(BIN)/python -m hatchling build

clean: ## remove what the targets above have made
	rm -rf $(VENV) .venv-bench dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
