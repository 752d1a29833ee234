# Sourced after common.sh by what runs on bare Debian systems: fresh debootstrap roots below $base, with git and make and nothing else.
#
# What reaches packages (sources, proxy, keys, names of hosts) is taken from this system when it runs.
[ "$(id -u)" = 0 ] || fail "$0 mounts and changes root. Run it as root"
tools/deps.sh bare
data=${HARMONY_DATA:-$root/../shared/data}
mkdir -p "$BUILD/bare"
base=$(mktemp -d /tmp/harmony-bare.XXXXXX)
# The mounts below live in a mount namespace that ends with its command, so that nothing of this system is ever under $base.
trap 'rm -rf --one-file-system "$base"' EXIT
trap 'exit 130' HUP INT TERM

# shellcheck disable=SC2016
# mirrors SUITE: this system's Debian archives with its own suite's name replaced; debootstrap's choice where it has none.
mirrors() {
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' \
    | sed -n "s/^\([^ ]* \)$codename\(-security\|-updates\)\{0,1\} \(.*\)/\1$1\2 \3/p" | sort -u
}

# bare_root SUITE FOLDER
bare_root() {
  mirrors "$1" >"$base/mirrors"
  mirror=$(sed -n "s/ $1 main$//p" "$base/mirrors" | head -1)
  script=''  # of a suite younger than this debootstrap
  [ -e "/usr/share/debootstrap/scripts/$1" ] || script=/usr/share/debootstrap/scripts/sid
  proxy=''
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  # shellcheck disable=SC2086
  env ${proxy:+"http_proxy=$proxy"} debootstrap --variant=minbase --include=git,make "$1" "$2" \
    $mirror ${mirror:+$script} >"$BUILD/bare/$1-debootstrap.log" 2>&1 \
    || { tail "$BUILD/bare/$1-debootstrap.log"; return 1; }
  if [ -s "$base/mirrors" ]; then
    rm -f "$2"/etc/apt/sources.list.d/*
    sed 's/^/deb /' "$base/mirrors" >"$2/etc/apt/sources.list"
  fi
  # Links are followed, and those that lead nowhere are left out.
  for part in apt/apt.conf apt/apt.conf.d apt/auth.conf apt/auth.conf.d apt/keyrings \
    apt/trusted.gpg apt/trusted.gpg.d ssl/certs resolv.conf hosts; do
    if [ -e "/etc/$part" ]; then (cd /etc && cp -RL --parents "$part" "$2/etc" 2>/dev/null) || true; fi
  done
  # The committed state; a copy of the files where git cannot clone this checkout.
  git clone -q "$root" "$2/opt/harmony" 2>/dev/null \
    || { mkdir -p "$2/opt/harmony" && tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$2/opt/harmony" -xf -; }
}

# inside FOLDER COMMAND…: in a mount and a process namespace of its own: with the command its mounts and all its processes end.
inside() {
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child sh -c '
    folder=$1 data=$2
    shift 2
    mount -t proc proc "$folder/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$folder/dev/shm"
    if [ -d "$data" ]; then
      mkdir -p "$folder/opt/shared/data"
      mount --bind "$data" "$folder/opt/shared/data" && mount -o remount,ro,bind "$folder/opt/shared/data"
    fi
    exec env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
      chroot "$folder" sh -c "cd /opt/harmony && $*"' sh "$1" "$data" "$2"
}
