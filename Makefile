# Everything one does with Wengu from a checkout; `make help` lists it.

SHELL := bash
PREFIX ?= /usr/local
PYTHON ?= python3
DESTDIR ?=
SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE := .build/release/wengu

.DEFAULT_GOAL := help
.PHONY: help dependencies quiz build test torture lint format bench decks install release clean

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dependencies: ## install the system libraries that are missing
	@Scripts/install-dependencies

quiz: $(RELEASE) ## today's quiz on the decks in Decks/
	@$(RELEASE) quiz Decks

build: dependencies ## a debug build
	swift build $(SWIFT_FLAGS)

test: dependencies ## build and run all tests
	swift build $(SWIFT_FLAGS) --build-tests
	swift test --skip-build

torture: dependencies $(RELEASE) ## the same tests with their full counts; kills, power failures, full disks
	Scripts/torture/run $(RELEASE)
	swift build $(SWIFT_FLAGS) --build-tests
	WENGU_TORTURE=1 swift test --skip-build

lint: ## check the code's form
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## put the code into form
	swift format --in-place --parallel --recursive Package.swift Sources Tests

bench: $(RELEASE) ## measure speed, beside other schedulers where PYTHON has them
	swift build -c release --product wengu-bench
	.build/release/wengu-bench
	$(PYTHON) Scripts/bench_peers.py .build/release/wengu-bench
	Scripts/bench-start $(RELEASE)
	Scripts/bench-decks $(RELEASE)
	Scripts/bench-reports $(RELEASE)
	Scripts/bench-session $(RELEASE)

decks: $(RELEASE) ## recompile the decks in Decks/ from their essays
	Scripts/compile-decks $(RELEASE)

install: release ## install under PREFIX (default /usr/local)
	Scripts/install .build/wengu "$(DESTDIR)$(PREFIX)"

release: dependencies ## a stripped binary that needs no Swift installation, as .build/wengu
	swift build -c release --product wengu --static-swift-stdlib --scratch-path .build-static
	mkdir -p .build
	cp .build-static/release/wengu .build/wengu
	strip .build/wengu

clean: ## remove what was built
	rm -rf .build .build-static

SOURCES := $(shell find Sources Resources -type f) Package.swift

$(RELEASE): $(SOURCES) | dependencies
	swift build -c release --product wengu
	@touch $@
