# EntityGraph: what one types to set up, build, run, test and install it. `make` alone lists the goals.

PREFIX ?= /usr/local
# One set of flags for the program and its tests, so that a clean machine compiles everything once. Release, because the language
# model is many times slower without optimization; testable, because tests reach internal declarations.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
BINARY := .build/release/entitygraph
RESOURCES := Sources/EntityGraph/Resources

.DEFAULT_GOAL := help
.PHONY: help setup build run test lint check graphs graphs-unchanged validate bench bench-store score calibrate eval coreference install uninstall clean

help: ## list the goals
	@echo "EntityGraph: reads news, finds who relates to whom, and draws it."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the system packages that are missing (Debian, Ubuntu; on macOS says the brew line)
	@.scripts/setup

build: setup ## build the program (release): .build/release/entitygraph
	swift build $(SWIFT_FLAGS) --product entitygraph

run: build ## from Samples/ to a store, pictures, an answer and a comparison in build/run/
	@.scripts/run $(BINARY) build/run

test: setup ## run all tests; fails if none ran
	@.scripts/test $(SWIFT_FLAGS)

lint: ## check the formatting of all Swift files
	swift format lint --strict --parallel -r Package.swift Sources Tests

check: ## what CI runs: format, build without warnings, tests with the layer rule, Graphs unchanged
	@.scripts/check

graphs: build ## make Graphs/ anew from Samples/
	@.scripts/graphs $(BINARY) Graphs
	@.scripts/gallery $(BINARY) Graphs/gallery

graphs-unchanged: build ## fail if Samples/ would give other graphs than Graphs/ holds
	@.scripts/graphs-unchanged $(BINARY)

validate: build ## read all exports of Samples/ with other programs, and use its page in a browser
	@.scripts/validate-exports $(BINARY)
	@.scripts/validate-page $(BINARY)

bench: build ## measure speed and memory; SPACY=python measures spaCy beside (.scripts/bench says how to install it)
	@SPACY="$(SPACY)" .scripts/bench $(BINARY)

# Annotated articles; the project has a few of its own.
GOLD ?= Training/evaluation/articles

score: build ## score relations against annotated articles: make score GOLD=folder (Training/evaluation/README.md)
	@.scripts/score $(BINARY) "$(GOLD)" $(SCORER)

calibrate: build ## fit the confidence model anew: make calibrate GOLD=folder (Training/evaluation/README.md)
	python3 Training/evaluation/calibrate.py $(BINARY) Training/evaluation/articles $(filter-out Training/evaluation/articles,$(GOLD)) \
		--write $(RESOURCES)/confidence/confidence.tsv

bench-store: setup ## measure a store of 10,000, 100,000 and 1,000,000 synthetic statements
	swift build $(SWIFT_FLAGS) --product StoreBenchmark
	@mkdir -p build/bench
	.build/release/StoreBenchmark measure build/bench 1000 10000 100000

eval: build ## make eval DATA=folder: score tokens, sentences, trees, lemmas and names on the public test sets
	@.scripts/eval $(BINARY) "$(DATA)"

coreference: build ## make coreference GAP=gap-development.tsv GUM="en_gum-ud-*.conllu": score who pronouns and names mean
	@test -n "$(GAP)$(GUM)" || { echo "coreference: name the data: make coreference GAP=gap-development.tsv GUM=\"train.conllu dev.conllu\"" >&2; exit 64; }
	@$(if $(GAP),python3 Training/score_coreference.py gap $(BINARY) $(GAP),true)
	@$(if $(GUM),python3 Training/score_coreference.py gum $(BINARY) $(GUM),true)

install: build ## install below PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/entitygraph"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/entitygraph"
	cp -R $(RESOURCES)/. "$(DESTDIR)$(PREFIX)/share/entitygraph/"
	install -m 644 LICENSE "$(DESTDIR)$(PREFIX)/share/entitygraph/LICENSE"

uninstall: ## take out what install put below PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/entitygraph"
	rm -rf "$(DESTDIR)$(PREFIX)/share/entitygraph"

clean: ## remove all that was built
	rm -rf .build build
