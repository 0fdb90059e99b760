# Lydhør. Every target sets up what it needs the first time (Python 3.11–3.13 and Node 20 or newer on
# PATH are enough) and starts at once the next. Nothing needs root.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
export PYTHONUTF8 := 1
# Where bytecode may not be kept, every program that is started compiles everything anew: seconds each time.
unexport PYTHONDONTWRITEBYTECODE
ARGS ?=
PROFILE ?= frederiksberg
SEED ?= 7
ROOTS ?=

help: ## what can be said to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: ## sandbox and bot; open http://localhost:3979 (PAGE_PORT, PORT, SANDBOX_PORT choose others)
	@tools/setup.sh run node
	@exec $(PY) -m tools.run $(ARGS)

demo: ## one municipality's way, played by itself (PROFILE=albertslund|frederiksberg|nyborg)
	@tools/setup.sh run node
	@PROFILE='$(PROFILE)' exec $(PY) -m tools.demo

demo-phone: ## a caller, a guest and a latecomer: everybody is told, each with evidence
	@tools/setup.sh run node
	@PROFILE=phone exec $(PY) -m tools.demo

demo-incident: ## somebody records in Teams all the same, with times (SUBSCRIPTIONS=chat,… : Graph tells of it)
	@tools/setup.sh run node
	@PROFILE=incident exec $(PY) -m tools.demo

test: ## all tests, with the coverage gate of the decision core (ARGS=tests/unit/cards for a part)
	@tools/setup.sh dev node browser
	@exec tools/test.sh $(ARGS)

rules: ## every rule of the three guidelines: where it lives, its tests, whether they pass (reads the last make test)
	@tools/setup.sh dev node
	@exec $(PY) -m tools.rules $(ARGS)

proof: ## 20 rules switched off, one by one: do their tests notice? (SEED=7 chooses which; ARGS="--sample 87" for all)
	@tools/setup.sh dev node
	@exec $(PY) -m tools.rules --switch-off $(SEED) $(ARGS)

verify: ## does the journal hold? DATABASE_URL=… ROOTS=folder make verify (docs/journal.md)
	@tools/setup.sh run
	@mkdir -p build
	@$(PY) -m tools.journal_dump build/journal.jsonl
	@$(PY) -m tools.verify build/journal.jsonl $(if $(ROOTS),--roots '$(ROOTS)')

profiles: ## can each guideline be used, and what must its owner look at (ARGS=path/to/own.yaml)
	@tools/setup.sh run
	@exec $(PY) -m tools.profile_check $(ARGS)

readiness: ## can the block be held for each organiser: asked of the sandbox that `make run` started (ARGS=--json)
	@tools/setup.sh run
	@$(PY) -m tools.readiness $(ARGS)

bench: ## a day of Graph calls and subscriptions on paper, from the product's own paces
	@tools/setup.sh run
	@$(PY) -m bench.graph_day $(ARGS)

check: ## format, lint, types, the arrows of the house, catalogues, scripts, secrets, known faults
	@tools/setup.sh dev node supply
	@exec tools/check.sh

format: ## put the Python files into the house format
	@tools/setup.sh dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

coverage: ## branch coverage of every room, as a table
	@tools/setup.sh dev node browser
	@exec tools/coverage.sh

speech: ## the spoken texts of one municipality as sound (MUNICIPALITY, DATA_DIR; ARGS=--list shows the texts)
	@tools/setup.sh run
	@exec $(PY) -m tools.speech $(ARGS)

package: ## the Teams app package, checked against Microsoft's schema, in build/
	@tools/setup.sh run node
	@$(PY) -m manifest.build $(ARGS)

playground: ## Microsoft's own local client, through the sandbox's bridge (downloads it on request)
	@exec tools/playground.sh

lock: ## compile requirements/*.in into locked files (UPGRADE=1 moves versions)
	@tools/setup.sh dev
	@tools/lock.sh
	@npm install --package-lock-only --silent

scan: ## heavy scanners in an environment of their own
	@tools/setup.sh dev scan
	@exec tools/scan.sh

models: ## do Microsoft's own Graph models read what the sandbox answers (an environment of its own)
	@tools/setup.sh models
	@exec .data/models-env/bin/python -m pytest -p no:cacheprovider --confcutdir=tests/models tests/models $(ARGS)

mutants: ## small faults put into guidelines/: do its tests notice (ARGS="--each 0 refusal" for all of one)
	@tools/setup.sh dev mutants
	@exec tools/mutants.sh $(ARGS)

fuzz: ## anything at all over the public routes (ARGS="--in-process 1000000 --http 50000 --guided 1000000 --seed 7")
	@tools/setup.sh dev fuzz
	@exec $(PY) -m tools.fuzz $(ARGS)

chaos: ## two replicas, killed again and again: is anything lost (ARGS="--requests 200 --kills 20 --seed 7")
	@tools/setup.sh run
	@exec $(PY) -m tools.chaos $(ARGS)

soak: ## meetings under faults and kills, and turns without (ARGS="--occurrences 1000 --turns 100000 --seed 7")
	@tools/setup.sh run
	@exec $(PY) -m tools.chaos.soak $(ARGS)

storm: ## 1,000 meetings that start within a minute, and at once (ARGS="--meetings 1000")
	@tools/setup.sh run
	@exec $(PY) -m bench.start_storm $(ARGS)

licences: ## docs/licences.md anew from the locks and what is installed
	@tools/setup.sh dev supply
	@exec $(PY) -m tools.licences --write

sbom: ## what the product is made of, as CycloneDX, in build/
	@tools/setup.sh supply
	@exec tools/sbom.sh

readonly: ## the product without root on a read-only file system (needs bubblewrap; Linux)
	@tools/setup.sh dev
	@exec $(PY) -m tools.readonly

clean: ## remove what the other targets made here
	rm -rf .venv node_modules .data build ci-output .coverage* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

.PHONY: help run demo demo-incident demo-phone speech test rules proof verify profiles check format coverage package playground lock scan models mutants readiness bench chaos soak storm fuzz licences sbom readonly clean
