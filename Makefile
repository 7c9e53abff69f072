# Two commands do everything on a fresh machine: `make run` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := corpus/library
LIBRARY ?= library-data
ADDRESS ?= 127.0.0.1
PORT ?= 8501

.PHONY: run test check lint bench clean
.DEFAULT_GOAL := help

help:
	@echo "make run    environment, sample library, an answer in each language, the web page"
	@echo "make test   environment and all tests"
	@echo "make lint   ruff, mypy and import-linter"
	@echo "make bench  figures of speed and memory"

$(VENV)/core: constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

# torch first and by its exact version: any other build would pull gigabytes of CUDA.
$(VENV)/dev: $(VENV)/core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,models]'
	touch $@

run: $(VENV)/core
	$(BIN)/grappe ingest $(SAMPLE) --library $(LIBRARY)
	@echo
	$(BIN)/grappe ask "Who hosted the railway exchange in Zaragoza, and when was it held?" --library $(LIBRARY)
	@echo
	$(BIN)/grappe ask "Qui a organisé la réunion de lancement de CLAMTEX, et où ?" --library $(LIBRARY)
	@echo
	@echo "Next, with your own documents:   $(BIN)/grappe ingest FOLDER --library my-library"
	@echo "                                 $(BIN)/grappe ask 'your question' --library my-library"
	@echo "                                 $(BIN)/grappe ui --library my-library"
	@echo "The page opens now; Ctrl-C closes it."
	@echo
	$(BIN)/grappe ui --library $(LIBRARY) --address $(ADDRESS) --port $(PORT)

test: $(VENV)/dev
	$(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev
	$(BIN)/python benchmarks/search.py
	$(BIN)/python benchmarks/cold_start.py

clean:
	rm -rf $(VENV) .build library-data
