# Harmony: people analytics inside PostgreSQL.
#
#   make demo            from nothing: packages, build, a private server, a ranked crew and why; tools/demo-stop.sh ends it
#   make demo-full       the same, and a tour of every module, each in a database of its own
#   make serve           an application's back end on loopback: PostgreSQL, PostgREST, nginx, a demo fleet; PORT=8080; Ctrl-C ends it
#   make web             the pages with what they use of others, one folder for a web server: build/web
#   make check           everything that is tested, ending with "N passed, N failed"
#   make                 build the extension for the PostgreSQL of pg_config
#   make harmonyd        build the companion process, build/worker/harmonyd; make builds it too where its libraries are there
#   make install         into that PostgreSQL
#   make installcheck    the SQL tests on its running server
#   make uninstall       take it away again
#   make deps            install the packages that building and testing need
#   make bench           benchmarks, each beside its goal
#   make check-deep      what takes an hour: memory, crashes, sanitizers, fuzzing, load: check-deep [PARTS='memory crash']
#   make check-bare      demo and check on bare Debian roots, as root: check-bare [SUITES='bookworm trixie']
#   make deb             Debian packages, built, checked and tried on a bare system
#   make check-matrix    the SQL, pgTAP and isolation suites on PostgreSQL 15, 17 and 18, as root
#   make lint            the rules of the source alone
#   make format          lay out the C++ sources by .clang-format
#   make reference       write docs/reference/functions anew from the catalog
#   make clean           remove what make has built
#
#   BUILD=folder         where everything built goes; the checkout itself may be read-only. Without it: build
#   PG_CONFIG=program    which PostgreSQL
#   DEBUG=1              with debug information
#
# The version stands in control/harmony.control, which CMakeLists.txt reads too. Sources are what is in the folders.

EXTENSION_VERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" control/harmony.control)
STANDALONE := help deps demo demo-full serve web check check-deep check-bare check-matrix deb bench format lint reference harmonyd
BUILD ?= build
PG_CONFIG ?= pg_config
# Of harmonyd, told by pkg-config (tools/deps.sh worker).
WORKER_LIBRARIES := libpq libcurl libsodium spdlog nlohmann_json CLI11 expat

.DEFAULT_GOAL := all

# These bring PostgreSQL's build files themselves; the others, below, need them.
ifeq ($(filter-out $(STANDALONE),$(or $(MAKECMDGOALS),all)),)

help:
	@sed -n '3,/^# The version/s/^#\( \{3\}\|$$\)//p' Makefile

deps:
	@tools/deps.sh build test worker

harmonyd:
	@pkg-config --print-errors --exists $(WORKER_LIBRARIES)
	@cmake -S . -B $(BUILD)/worker -DHARMONY_WORKER_ONLY=ON >$(BUILD)/worker.log || { cat $(BUILD)/worker.log; false; }
	@cmake --build $(BUILD)/worker --target harmonyd -j $$(nproc) >>$(BUILD)/worker.log 2>&1 || { cat $(BUILD)/worker.log; false; }

demo:
	@tools/demo.sh

demo-full:
	@tools/demo.sh full

serve:
	@tools/serve.sh

web:
	@tools/web.sh

check:
	@tools/check.sh

check-deep:
	@tools/deps.sh build test deep
	@test/deep/run.sh $(PARTS)

check-bare:
	@tools/check-bare.sh $(SUITES)

check-matrix:
	@tools/check-matrix.sh $(SUITES)

deb:
	@tools/deb.sh $(SUITE)

bench:
	@tools/deps.sh build bench
	@test/bench/run.sh

format:
	@tools/deps.sh format
	@tools/lint.sh --format

lint:
	@tools/lint.sh

reference:
	@tools/reference.sh

.PHONY: $(STANDALONE)

else

PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
ifeq ($(wildcard $(PGXS)),)
$(error PostgreSQL's server headers are not there ($(PG_CONFIG) --pgxs). On Debian and Ubuntu: \
apt-get install postgresql-server-dev-NN, where NN is the number of your server, from 15 on; or: make deps)
endif
OBJECTS := $(BUILD)/obj-$(shell $(PG_CONFIG) --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')$(if $(DEBUG),-debug)

EXTENSION := control/harmony
MODULES := $(OBJECTS)/harmony
SOURCES := $(sort $(shell find src/core src/postgres src/functions -name '*.cpp'))
GROUPS := $(shell tools/groups.sh $(OBJECTS) $(SOURCES))
OBJS := $(GROUPS:.cpp=.o)
INSTALL_SCRIPT_PARTS := $(addprefix sql/extension/,$(shell cat sql/extension/order))
DATA_built := $(BUILD)/sql/harmony--$(EXTENSION_VERSION).sql
DATA := $(wildcard sql/extension/updates/*--*.sql)
MODULE_FILES := $(sort $(shell find sql/modules -type f))

REGRESS := $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*/*.sql)))
REGRESS_OPTS := --inputdir=$(BUILD)/regress --outputdir=$(BUILD)/regress --load-extension=harmony

PG_CPPFLAGS := -Isrc -isystem /usr/include/eigen3 -DHARMONY_VERSION='"$(EXTENSION_VERSION)"' -DEIGEN_DONT_PARALLELIZE \
  -DBOOST_DISABLE_ASSERTS -include core/base/eigen_assert.hpp
# The optimiser may not contract a*b+c on its own: the digits are the same on every machine.
PG_CXXFLAGS := -std=c++17 -O2 -ffp-contract=off -fvisibility=hidden -Wall -Wextra -Wshadow -Wno-register $(WERROR)
SHLIB_LINK := -lstdc++ -lsodium -lcrypt -lcrypto -Wl,--version-script=src/exports.map
override with_llvm := no

include $(PGXS)

all: $(DATA_built)
ifeq ($(shell pkg-config --exists $(WORKER_LIBRARIES) 2>/dev/null && command -v cmake >/dev/null && echo y),y)
all: harmonyd
harmonyd:
	@$(MAKE) -s harmonyd
.PHONY: harmonyd
endif

# The parts in the order of sql/extension/order; a part that is a script prints its SQL.
$(BUILD)/sql/harmony--$(EXTENSION_VERSION).sql: sql/extension/order $(INSTALL_SCRIPT_PARTS) $(MODULE_FILES) README.md $(wildcard docs/*/*.md)
	@mkdir -p $(@D)
	@for part in $(INSTALL_SCRIPT_PARTS); do case $$part in *.sh) sh $$part ;; *) cat $$part ;; esac || exit 1; done > $@.part
	@mv $@.part $@

# Debug information would make 40 MB of a library of 2. What the compiler says stays beside the object, for make check.
$(OBJECTS)/%.o: $(OBJECTS)/%.cpp
	@echo '  compile $(*F)'
	@$(CXX) $(CXXFLAGS) $(if $(DEBUG),,-g0) $(patsubst -I/%,-isystem /%,$(CPPFLAGS)) -fPIC -MMD -MP -MT $@ -c -o $@ $< \
	  2>$@.log; status=$$?; cat $@.log >&2; exit $$status

$(OBJECTS)/harmony$(DLSUFFIX): $(OBJS) src/exports.map
	$(CXX) $(CXXFLAGS) -shared -o $@ $(OBJS) $(LDFLAGS) $(LDFLAGS_SL) $(SHLIB_LINK)

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
	rm -f '$(DESTDIR)$(pkglibdir)/harmony$(DLSUFFIX)'

# pg_regress looks for expected/ beside sql/; ours stands at the top.
regress-folders:
	@mkdir -p $(sort $(dir $(REGRESS:%=$(BUILD)/regress/results/%))) && ln -sfn '$(CURDIR)/test/sql' '$(CURDIR)/expected' $(BUILD)/regress

clean: clean-build
clean-build:
	rm -rf $(BUILD)/obj-* $(BUILD)/sql $(BUILD)/regress
.PHONY: clean-build

endif
