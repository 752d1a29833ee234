#!/bin/sh
# Writes files that each include up to eight sources of one folder, and prints their names: compiling so takes half the time.
# A file is written only where it changes. The headers of the core come first, since the server's have macros that they do not stand.
#   tools/groups.sh FOLDER SOURCE.cpp …
set -eu
folder=$1
shift
mkdir -p "$folder"
printf '%s\n' "$@" | awk -v folder="$folder" '
  {
    place = $0
    sub("^src/", "", place)
    within = place
    sub("/[^/]*$", "", within)
    own = ""
    alone = 0
    while ((getline line < $0) > 0) {
      if (line ~ /^#include "core\/.*\.hpp"/) own = own line "\n"
      if (line ~ /^#include ".*\.inc"/) alone = 1  # compiled twice, for processors that differ
    }
    close($0)
    group = alone ? place : within "_" int((count[within]++) / 8)
    sub("[.]cpp$", "", group)
    gsub("/", "_", group)
    if (!(group in sources)) names[++n] = group
    sources[group] = sources[group] "#include \"" place "\"\n"
    headers[group] = headers[group] own
  }
  END {
    for (i = 1; i <= n; i++) {
      file = folder "/" names[i] ".cpp"
      text = headers[names[i]] sources[names[i]]
      old = ""
      while ((getline line < file) > 0) old = old line "\n"
      close(file)
      if (old != text) printf "%s", text > file
      print file
    }
  }'
