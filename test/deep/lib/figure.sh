# Sourced by the scripts of test/deep.
# figure WHAT VALUE OPERATOR BAR: one line, "ok - " or "not ok - "; OPERATOR as of test: -eq -le -ge.
figure() {
  case $3 in -eq) sign='' ;; -le) sign='at most ' ;; -ge) sign='at least ' ;; esac
  if [ "$2" "$3" "$4" ]; then say "ok - $1: $2 (bar: $sign$4)"; else say "not ok - $1: $2 (bar: $sign$4)"; fi
}
