# The switchboard: every target is one line that you could type yourself.
.PHONY: help local test demo screenshots bench format picture refresh-iam-data refresh-disposable bench-rules
.DEFAULT_GOAL := help

SOURCES := pom.xml $(shell find functions users triggers api pulumi local -path '*/target' -prune -o -type f -print)

help: ## Show what one can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20

local: local/target/start ## Run all of it on this machine, until Ctrl-C; PLAN=file for another account
	@local/target/start $(if $(PLAN),--plan $(PLAN))

test: ## Run unit tests, rule tests and journeys
	./mvnw verify

demo: ## Walk the whole journey against a running `make local`
	@local/demo

screenshots: ## Show every mail in Chromium, in each language, light and dark, narrow and wide
	./mvnw -q -pl triggers -am test -Dtest=MailScreenshots

bench: ## Measure what starts cost, and write docs/benchmarks.md (Linux, some ten minutes)
	./mvnw -q package -DskipTests -P bench -pl pulumi,triggers,api,benchmarks -am

format: ## Format every Java file
	./mvnw -q -N process-sources -Dformat=write

picture: ## Draw the account anew, docs/account.svg and docs/account.md
	./mvnw -q package -DskipTests -pl triggers,api,pulumi -am -Dpicture.directory=../docs

refresh-iam-data: ## Fetch anew what IAM knows, for the rule tests (npm, node 20)
	node pulumi/src/test/iam/refresh.mjs

refresh-disposable: ## Fetch the list of disposable domains through npm
	tools/refresh-disposable.sh

bench-rules: ## Measure a decision about an address, beside others' checks
	./mvnw -q package -DskipTests -pl benchmarks -am -Dbench-rules.phase=package

local/target/start: $(SOURCES)
	@echo 'Building; the first time this fetches what it needs and takes a few minutes.'
	./mvnw -q package -DskipTests -pl triggers,api,pulumi,local -am && touch $@
