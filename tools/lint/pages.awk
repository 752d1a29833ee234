# The pages of web/: what the content policy refuses, modules by absolute addresses, and texts in the files of messages alone.
function found(what) { print FILENAME ":" FNR ": pages: " what }
FNR == 1 { block = 0 }
{
  code = $0
  if (block || code ~ /^ *(\/\*|\*|\/\/)/) {  # comments
    if (code ~ /\/\*/) block = 1
    if (code ~ /\*\//) block = 0
    next
  }
  sub(/ \/\/ .*$/, "", code)
}
code ~ /(inner|outer)HTML|insertAdjacentHTML|document\.write|createContextualFragment|[^a-zA-Z]eval\(|new Function/ {
  found("markup or code made of text")
}
code ~ /setAttribute\(.style|(h|svg)\(.[a-z0-9]+., \{[^}]*style: |<[a-z][^>]* style=/ {
  found("a style in markup; the policy allows element.style and classes")
}
FILENAME ~ /\.html$/ && (code ~ /<script/ && code !~ /src=/ || code ~ /<style|[ "]on[a-z]+=/) { found("inline script or style") }
FILENAME ~ /\.html$/ && code ~ />[^<>]*[A-Za-z][^<>]*</ && code !~ /<title>/ {
  found("a text outside of web/messages")
}
FILENAME ~ /^web\/(app|components|charts|pages)\// {
  if (code ~ /(from|import\() *['"]\./) found("a module by a relative address")
  if (FILENAME ~ /^web\/charts\// && code ~ /^import /) found("charts import nothing")
  if (FILENAME ~ /^web\/pages\// && code ~ /from .\/pages\//) found("a page that imports another")
  if (code ~ /['"`>][A-Z][a-z]+ [a-z]+/ && code !~ /new Error\(|console\./) found("a text outside of web/messages")
}
