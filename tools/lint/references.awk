# Paths in texts and comments, and links in Markdown with their anchors, that lead nowhere. The first file lists all files.
function reject(what) { print FILENAME ":" FNR ": references: " what }

function exists(path) { sub(/\/$/, "", path); return path in there }

function resolved(folder, path,   n, i, part, out, kept) {
  n = split(folder "/" path, part, "/")
  kept = 0
  for (i = 1; i <= n; i++) {
    if (part[i] == "" || part[i] == ".") continue
    if (part[i] == "..") { kept--; continue }
    out[++kept] = part[i]
  }
  path = ""
  for (i = 1; i <= kept; i++) path = path (i > 1 ? "/" : "") out[i]
  return path
}

# The anchor of a heading, as GitHub makes it.
function anchor(heading) {
  heading = tolower(heading)
  gsub(/\]\([^)]*\)/, "", heading)
  gsub(/…|–|—|’|“|”|→|≥|≤|²/, "", heading)
  gsub(/[][!-,.\/:-@\\^`{-~]/, "", heading)
  gsub(/ /, "-", heading)
  return heading
}

function links(rest,   target, hash) {
  gsub(/`[^`]*`/, "", rest)
  while (match(rest, /\]\([^) ]+\)/)) {
    target = substr(rest, RSTART + 2, RLENGTH - 3)
    rest = substr(rest, RSTART + RLENGTH)
    if (target ~ /^[a-z]+:/) continue
    hash = target
    if (!sub(/^[^#]*#/, "", hash)) hash = ""
    sub(/#.*/, "", target)
    target = target == "" ? FILENAME : resolved(folder, target)
    if (!exists(target)) reject("link to " target ", which does not exist")
    else if (hash != "") { wanted[++n_wanted] = target "#" hash; from[n_wanted] = FILENAME ":" FNR }
  }
}

function paths(rest,   path, before, after) {
  while (match(rest, /(src|sql|test|tools|docs|expected|control|deploy|web|spec|\.ci)\/[A-Za-z0-9_.\/-]*[A-Za-z0-9_]/)) {
    before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : ""
    path = substr(rest, RSTART, RLENGTH)
    after = substr(rest, RSTART + RLENGTH, 2)
    rest = substr(rest, RSTART + RLENGTH)
    # Not the start of a path, or a pattern: src/core/<domain>, sql/%.sql, $(…), NNNN.
    if (before ~ /[A-Za-z0-9_\/.-]/ || after ~ /^[\/.-]?[*<{$%(\\[?]/ || after ~ /^\/?…/ || path ~ /[A-Z][A-Z][A-Z]/) continue
    if (!exists(path) && !exists(path ".control") && path !~ /^(test\/expected|sql\/extension\/updates)$/) reject(path " does not exist")
  }
}

NR == FNR { path = $0; there[path] = 1; while (sub(/\/[^\/]*$/, "", path)) there[path] = 1; next }
FNR == 1 { folder = FILENAME; if (!sub(/\/[^\/]*$/, "", folder)) folder = "."; fence = 0 }
FILENAME !~ /^(tools|test)\/lint/ { paths($0) }
FILENAME ~ /\.md$/ {
  if (/^```/) fence = !fence
  if (fence) next
  if (/^#+ /) {
    heading = $0
    sub(/^#+ +/, "", heading)
    heading = anchor(heading)
    if ((FILENAME "#" heading) in anchors) heading = heading "-" ++again[FILENAME "#" heading]
    anchors[FILENAME "#" heading] = 1
  }
  links($0)
}
END {
  for (i = 1; i <= n_wanted; i++)
    if (!(wanted[i] in anchors)) print from[i] ": references: no heading " wanted[i]
}
