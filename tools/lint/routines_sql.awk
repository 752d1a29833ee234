# SQL routines whose body, between dollar quotes or BEGIN ATOMIC and END, has more than 60 lines.
FNR == 1 { body = 0; name = "" }
!body && /^ *CREATE (OR REPLACE )?(FUNCTION|PROCEDURE) / { name = $0; sub(/.*(FUNCTION|PROCEDURE) /, "", name); sub(/\(.*/, "", name) }
!body && name != "" && (/\$[a-z]*\$ *$/ || /BEGIN ATOMIC/) { body = FNR; closing = /BEGIN ATOMIC/ ? "^ *END *;" : "\\$[a-z]*\\$"; next }
body && $0 ~ closing {
  if (FNR - body - 1 > 60) print FILENAME ":" body ": routines: " name " has " FNR - body - 1 " lines, at most 60"
  body = 0
  name = ""
}
