# The switchboard: every target is one line that you could type yourself.
.PHONY: help local test demo bench format
.DEFAULT_GOAL := help

SOURCES := pom.xml $(shell find users triggers api pulumi local -path '*/target' -prune -o -type f -print)

help: ## Show what one can do here
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

local: local/target/start ## Run all of it on this machine, until Ctrl-C
	@local/target/start

test: ## Run unit tests, rule tests and journeys
	./mvnw verify

demo: ## Walk the whole journey against a running `make local`
	@local/demo

bench: ## Measure what starts cost, and write docs/benchmarks.md
	./mvnw -q package -DskipTests -P bench -pl pulumi,triggers,api,benchmarks -am

format: ## Format every Java file
	./mvnw -q -N process-sources -Dformat=write

local/target/start: $(SOURCES)
	@echo 'Building; the first time this fetches what it needs and takes a few minutes.'
	./mvnw -q package -DskipTests -pl triggers,api,pulumi,local -am && touch $@
