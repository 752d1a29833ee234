# Sourced by guard.sh: PostgreSQL's own tests as statements for the guard.
# server_tests: prints the folder of the regression tests in the source of the server: of POSTGRESQL_SOURCE, or as apt has it for the
# package of the distribution, kept in BUILD/deep/guard. Nothing is installed.
server_tests() {
  source=${POSTGRESQL_SOURCE:-$work/source}
  if [ ! -d "$source/src/test/regress" ] && [ -z "${POSTGRESQL_SOURCE:-}" ] && command -v apt-get >/dev/null; then
    apt=$(cd "$work" && pwd)/apt
    mkdir -p "$apt/sources" "$apt/lists/partial" "$source"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
      [ ! -f "$file" ] || sed 's/^Types:.*/Types: deb-src/; s/^deb /deb-src /' "$file" >"$apt/sources/$(basename "$file")"
    done
    set -- -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$apt/sources" -o "Dir::State::lists=$apt/lists" \
      -o Acquire::http::Timeout=30 -o Acquire::Retries=1
    apt-get "$@" update
    package=postgresql-$($PG_CONFIG --version | tr -dc '0-9.' | cut -d. -f1)
    # Mirrors may know of a version that they do not have.
    for version in $(apt-cache "$@" showsrc --only-source "$package" | sed -n 's/^Version: //p'); do
      (cd "$apt" && apt-get "$@" source --download-only "$package=$version") && break
    done
    tar -xf "$apt/$package"_*.orig.tar.* -C "$source" --strip-components=1 --wildcards '*/src/test/regress' || true
  fi >"$work/source.log" 2>&1
  [ -d "$source/src/test/regress" ] && echo "$source/src/test/regress"
}

# run_server_tests FOLDER: what the tests leave stays: DROPs are left out. Some look at the server alone or need more than one database.
run_server_tests() {
  own=$cluster/tests
  mkdir -p "$own/results"
  cp -r "$1/sql" "$1/data" "$own"
  cc -shared -fPIC -w "-I$($PG_CONFIG --includedir-server)" -o "$own/regress.so" "$1/regress.c" || rm -f "$own/regress.so"
  chmod -R a+rwX "$own"
  createdb --template=template0 --locale=C regression
  psql -Xq -d regression -c "ALTER DATABASE regression SET datestyle = 'Postgres, MDY'" \
    -c 'ALTER DATABASE regression SET timezone = PST8PDT' -c "ALTER DATABASE regression SET statement_timeout = '30s'"
  for name in $(sed -n 's/^test: //p' "$1/parallel_schedule"); do
    case $name in
      tablespace | database | dbsize | event_trigger* | infinite_recurse | maintain_every | oidjoins | psql | publication) continue ;;
      stats | subscription | sysviews | type_sanity | opr_sanity | misc_sanity | vacuum_parallel | write_parallel) continue ;;
    esac
    sed -E '/^[[:space:]]*drop (table|view|type|function|schema|domain|operator|aggregate|sequence|materialized|cast|index|owned|role)/Id' \
      "$own/sql/$name.sql" >"$own/one.sql"
    PGAPPNAME='server tests' PGOPTIONS='-c log_statement=all -c intervalstyle=postgres_verbose' PG_ABS_SRCDIR=$own PG_LIBDIR=$own \
      PG_DLSUFFIX=.so PG_ABS_BUILDDIR=$own timeout 120 psql -Xqa -d regression -f "$own/one.sql" >/dev/null 2>&1 || true
  done
}

# judge_server_tests: in the database that the tests have left, and in one that has nothing of theirs.
judge_server_tests() {
  folder=$(server_tests) || { say "ok - server tests # SKIP the source of the server is not there; see POSTGRESQL_SOURCE"; return; }
  run_server_tests "$folder"
  cp "$cluster/data/log/all.csv" "$cluster/statements.csv"
  chmod a+r "$cluster/statements.csv"
  createdb --template=template0 nothing
  for database in nothing regression; do
    psql -XqAt -d $database -v "log=$cluster/statements.csv" -v place=$database -f test/deep/guard/judge.sql 2>&1
  done >"$work/server.out"
  psql -XqAt -d regression -f test/deep/guard/run_passed.sql >>"$work/server.out" 2>&1
  sed 's/^psql:.*ERROR/not ok - server: ERROR/' "$work/server.out"
  figure 'server: crashes' "$(grep -c 'was terminated by signal\|PANIC' "$cluster/data/log/all.csv" || true)" -eq 0
  figure 'server: statements of its tests' "$(psql -XqAt -d regression -c 'SELECT count(*) FROM guard_test.statement')" -ge 20000
}
