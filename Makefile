# Every target is one command that you could type yourself.
.PHONY: help local test check test-all test-pulumi test-localstack test-emulators test-clients test-nightly chaos emulators demo inbox users logs screenshots words bench bench-dynamodb load format picture refresh-iam-data refresh-disposable bench-rules
.DEFAULT_GOAL := help

# Set on the command line: make local API_PORT=8081 AWS_PORT=4567 HTTPS_PORT=8443
export GATEHOUSE_API_PORT := $(or $(API_PORT),$(GATEHOUSE_API_PORT))
export GATEHOUSE_AWS_PORT := $(or $(AWS_PORT),$(GATEHOUSE_AWS_PORT))
export GATEHOUSE_HTTPS_PORT := $(or $(HTTPS_PORT),$(GATEHOUSE_HTTPS_PORT))
export GATEHOUSE_DEMO_PORT := $(or $(DEMO_PORT),$(GATEHOUSE_DEMO_PORT))

help: ## Show the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20

local: ## Run the local emulator until Ctrl-C; API_PORT, AWS_PORT, PLAN=file for another plan
	@local/check-ports
	@PLAN='$(PLAN)' local/build
	@local/target/start $(if $(PLAN),--plan $(PLAN))

test: ## Run unit tests, rule tests and the journeys (six minutes on 2 cores)
	@tools/verify.sh test

check: ## Check all sources with Error Prone and NullAway (two minutes)
	JAVA_HOME=$$(tools/find-jdk) ./mvnw -q -T1C test-compile -P benchmarks,check -Dplan.skip=true -Dcompiler.checks=-parameters

test-all: ## Run the tests that make test leaves out, such as the same build twice (after make test)
	@tools/verify.sh test-all -P benchmarks -Dgroups=extended -DexcludedGroups=nightly

test-pulumi: ## Run the Pulumi program on the real engine; its CLI is built once, with Go
	@tools/with-pulumi tools/verify.sh test-pulumi -pl pulumi -Dgroups=pulumi -DexcludedGroups=nightly -Dcheckstyle.skip

test-clients: ## Run the clients that people use, from npm, PyPI, Go and Maven, unchanged
	@tools/test-clients.sh

test-nightly: ## Run the long tests: many users, many random inputs
	@tools/with-pulumi tools/verify.sh test-nightly -Dgroups=nightly -DexcludedGroups=none

chaos: ## Run users for ten minutes under random faults and kills; CHAOS_SECONDS=600 SEED=number
	@tools/chaos.sh '$(or $(CHAOS_SECONDS),600)' '$(SEED)'

test-localstack: ## Run the contract of other emulators on LocalStack in a container (docs/emulators.md)
	@tools/test-localstack.sh

test-emulators: ## Run it on ministack and moto
	@tools/test-emulators.sh

emulators: ## Run both and write the table of docs/emulators.md
	@tools/test-localstack.sh -Demulators.table=write
	@tools/test-emulators.sh -Demulators.table=write

demo: ## Walk the whole journey against a running `make local`; EMAIL=address
	@EMAIL='$(EMAIL)' local/demo

words: ## Check the texts of every language, all mistakes at once (after a build)
	@tools/check-words

inbox: ## Show the mails of a running `make local`; TO=address for the newest one to it
	@local/gatehouse inbox $(TO)

users: ## Show its users; WORD=part of an address, status or group
	@local/gatehouse users $(WORD)

logs: ## Show what its functions log, until Ctrl-C; FUNCTION=pre-sign-up for one
	@local/gatehouse logs $(FUNCTION)

screenshots: ## Show every mail in Chromium, light and dark, narrow and wide, and as mail programs change it
	./mvnw -q -pl messages test -Dtest=MailScreenshots,MailAccessibilityIT -DexcludedGroups=

bench: ## Measure what starts cost, and write docs/benchmarks.md (Linux, some ten minutes)
	./mvnw -q package -DskipTests -P benchmarks,bench -pl '!integration-tests'

bench-dynamodb: ## Measure DynamoDB's calls beside dynalite, moto and ministack, and write docs/benchmarks.md
	@tools/bench-dynamodb.sh

load: ## Measure the emulator under load, beside others; BASELINE=commit, OTHERS=none
	@BASELINE='$(BASELINE)' OTHERS='$(OTHERS)' tools/load.sh

format: ## Format every Java file
	./mvnw -q -N spotless:apply

picture: ## Generate docs/account.md, the diagram and the tables of the account
	./mvnw -q package -DskipTests -pl pulumi -am -Daccount.document=../docs/account.md

refresh-iam-data: ## Fetch anew what IAM knows, for the rule tests (npm, node 20)
	node pulumi/src/test/iam/refresh.mjs

refresh-disposable: ## Fetch the list of disposable domains through npm or pip
	tools/refresh-disposable.sh

bench-rules: ## Measure a decision about an address, beside others' checks
	./mvnw -q package -DskipTests -P benchmarks -pl benchmarks -am -Dbench-rules.phase=package
