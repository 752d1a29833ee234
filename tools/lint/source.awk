# What source does not do: see the messages.
function reject(line, what) { print FILENAME ":" line ": source: " what }
FNR == 1 { definer = 0; view = 0 }
FILENAME ~ /pp$/ && /^using namespace / { reject(FNR, "using namespace at file scope") }
FILENAME !~ /sql$/ { next }
/^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)/ { definer = 0; pinned = 0; body = 0 }
/SECURITY DEFINER/ && !/^ *--/ { definer = FNR }
/SET search_path = pg_catalog, pg_temp/ { pinned = 1 }
/(AS \$[a-z]*\$|BEGIN ATOMIC|^ *RETURN )/ || (definer && /;$/) {
  if (definer && !pinned) reject(definer, "SECURITY DEFINER without SET search_path = pg_catalog, pg_temp")
  definer = 0
}
/^CREATE (OR REPLACE )?VIEW/ { view = 1 }
view && /SELECT \*/ { reject(FNR, "SELECT * in a view: its columns are those of the day it was made") }
/;[ \t]*$/ { view = 0 }
