# C++ functions of more than 60 lines, by counting braces: { opens a function where it follows a ")" (or a "const", "noexcept" after
# one) and not "=", outside of every other function. Comments, strings and characters are blanked first.
function blanked(s,   out, c, i, n) {
  out = ""
  n = length(s)
  for (i = 1; i <= n; i++) {
    c = substr(s, i, 1)
    if (in_comment) { if (substr(s, i, 2) == "*/") { in_comment = 0; i++ } continue }
    if (raw != "") { if (substr(s, i, length(raw)) == raw) { i += length(raw) - 1; raw = "" } continue }
    if (c == "/" && substr(s, i + 1, 1) == "/") break
    if (c == "/" && substr(s, i + 1, 1) == "*") { in_comment = 1; i++; continue }
    if (c == "R" && match(substr(s, i), /^R"[a-z]*\(/)) { raw = ")" substr(s, i + 2, RLENGTH - 3) "\""; i += RLENGTH - 1; continue }
    if (c == "'" && substr(s, i - 1, 1) ~ /[0-9]/) continue
    if (c == "\"" || c == "'") { for (i++; i <= n && substr(s, i, 1) != c; i++) if (substr(s, i, 1) == "\\") i++; out = out "0"; continue }
    out = out c
  }
  return out
}

function opens(   what) {
  what = text
  gsub(/[ \t]+/, " ", what)
  if (depth_of_function == 0 && what !~ /(^| )(namespace|class|struct|union|enum|extern) / && what !~ /= ?$/ && what ~ /\)/) {
    depth_of_function = depth + 1
    start = text_line
    name = what
    sub(/\(.*/, "", name)
    sub(/.*[ *&]/, "", name)
  }
}

FNR == 1 { depth = 0; depth_of_function = 0; text = ""; in_comment = 0; raw = "" }
/^[ \t]*#/ && raw == "" { next }
{
  code = blanked($0)
  m = length(code)
  for (k = 1; k <= m; k++) {
    ch = substr(code, k, 1)
    if (ch == "{") { opens(); depth++; text = "" }
    else if (ch == "}") {
      if (depth == depth_of_function) {
        if (FNR - start + 1 > 60) print FILENAME ":" start ": routines: " name " has " FNR - start + 1 " lines, at most 60"
        depth_of_function = 0
      }
      depth--
      text = ""
    }
    else if (ch == ";") text = ""
    else { if (text == "" && ch !~ /[ \t]/) text_line = FNR; if (text != "" || ch !~ /[ \t]/) text = text ch }
  }
  if (text != "") text = text " "
}
