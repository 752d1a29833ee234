# Harmony: people analytics inside PostgreSQL.
#
#   make demo          everything from nothing: packages, build, a private server, a ranked crew
#   make check         everything that is tested, ending with "N passed, N failed"
#   make lint          the rules of the source alone; make format lays out C++ by .clang-format
#   make reference     docs/reference/functions, written anew from the catalog
#   make && make install && make installcheck    as any PGXS extension, against the server of pg_config
#
# The version stands in control/harmony.control, which CMakeLists.txt reads too. Sources are what is in the folders.

EXTENSION_VERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" control/harmony.control)
STANDALONE := help deps demo check bench format lint reference

.DEFAULT_GOAL := all

# These bring PostgreSQL's build files themselves; the others, below, need them.
ifeq ($(filter-out $(STANDALONE),$(or $(MAKECMDGOALS),all)),)

help:
	@sed -n '3,9s/^# \{0,1\}//p' Makefile

deps:
	@tools/deps.sh build test

demo:
	@tools/demo.sh

check:
	@tools/check.sh

bench:
	@test/bench/run.sh

format:
	@tools/lint.sh --format

lint:
	@tools/lint.sh

reference:
	@tools/reference.sh

.PHONY: $(STANDALONE)

else

EXTENSION := control/harmony
MODULE_big := harmony
SOURCES := $(sort $(shell find src/core src/postgres src/functions -name '*.cpp'))
OBJS := $(SOURCES:src/%.cpp=build/obj/%.o)
INSTALL_SCRIPT_PARTS := $(addprefix sql/extension/,$(shell cat sql/extension/order))
DATA_built := build/sql/harmony--$(EXTENSION_VERSION).sql
DATA := $(wildcard sql/extension/updates/*--*.sql)
MODULE_FILES := $(sort $(shell find sql/modules -type f))

REGRESS := $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*/*.sql)))
REGRESS_OPTS := --inputdir=test --outputdir=build/regress --load-extension=harmony

PG_CPPFLAGS := -Isrc -isystem /usr/include/eigen3 -DHARMONY_VERSION='"$(EXTENSION_VERSION)"' -DEIGEN_DONT_PARALLELIZE
# The optimiser may not contract a*b+c on its own: the digits are the same on every machine.
PG_CXXFLAGS := -std=c++17 -O2 -ffp-contract=off -fvisibility=hidden -Wall -Wextra -Wshadow -Wno-register $(WERROR)
SHLIB_LINK := -lstdc++ -Wl,--version-script=src/exports.map
override with_llvm := no

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

all: $(DATA_built)

# The parts in the order of sql/extension/order; a part that is a script prints its SQL.
build/sql/harmony--$(EXTENSION_VERSION).sql: sql/extension/order $(INSTALL_SCRIPT_PARTS)
	@mkdir -p $(@D)
	@for part in $(INSTALL_SCRIPT_PARTS); do case $$part in *.sh) sh $$part ;; *) cat $$part ;; esac || exit 1; done > $@.part
	@mv $@.part $@

build/obj/%.o: src/%.cpp
	@mkdir -p $(@D)
	@echo '  compile $<'
	@$(CXX) $(CXXFLAGS) $(patsubst -I/%,-isystem /%,$(CPPFLAGS)) -fPIC -MMD -MP -c -o $@ $<

-include $(OBJS:.o=.d)

install: install-modules
uninstall: uninstall-modules
installcheck: regress-folders
.PHONY: install-modules uninstall-modules regress-folders

MODULE_DIR := $(DESTDIR)$(datadir)/extension/harmony
install-modules:
	@rm -rf '$(MODULE_DIR)'
	@for file in $(MODULE_FILES); do $(INSTALL_DATA) -D $$file $(MODULE_DIR)/$${file#sql/modules/}; done

uninstall-modules:
	rm -rf '$(MODULE_DIR)'

# pg_regress looks for expected/ beside sql/; ours stands at the top.
regress-folders:
	@mkdir -p $(sort $(dir $(REGRESS:%=build/regress/results/%))) && ln -sfn ../expected test/expected

clean: clean-build
clean-build:
	rm -rf build/obj build/sql build/regress
.PHONY: clean-build

endif
