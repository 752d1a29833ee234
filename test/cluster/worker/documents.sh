#!/bin/sh
# Documents in S3, end to end: opened, sent in parts, checked, served, removed; harmonyd killed and connections lost in between.
. "$(dirname "$0")/../../lib/worker.sh"
. "$(dirname "$0")/../../lib/documents.sh"
worker_database harmony_worker_documents
s3
s3_settings
printf '#!/bin/sh\nif grep -q EICAR "$2"; then exit 1; elif grep -q BROKEN "$2"; then exit 2; fi\n' >"$folder/scan"
chmod 755 "$folder/scan"
configure a '"documents": {"timeout_s": 10, "scan": ["'"$folder/scan"'", "--quick"]}'
configure plain
{ printf '%%PDF-1.7\n'; head -c 40000000 /dev/urandom; } >"$folder/big.pdf"
digest=$(sha256sum "$folder/big.pdf" | cut -d' ' -f1)

# Planned while no harmonyd runs; then in parts, with a kill and lost connections between them.
d=$(upload plan "$folder/big.pdf" 'größe.pdf' application/pdf "'$digest'")
is "no links before the upload is open" "$(upload ask "upload_parts('$d')")" '{"parts": [], "received": []}'
start a
upload send "$d" "$folder/big.pdf" 1 1
kill -9 "$started"
run -o /dev/null -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
upload send "$d" "$folder/big.pdf" 2 3
is "checked by nobody yet" "$(upload complete "$d")" "{\"status\": \"checking\", \"document\": \"$d\"}"
opened=$(run -c "SELECT format('upload_id = %L, etags = %L', upload_id, etags) FROM platform.document WHERE id = '$d'")
start a
is "sent in parts, across a kill" "$(settled "$d")" ready
is "the key" "$(run -c "SELECT object_key FROM platform.document WHERE id = '$d'")" "harmony/$d/größe.pdf"
is "served to be saved" "$(upload fetch "$d" "$folder/back")" \
  "200 application/octet-stream attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe.pdf"
is "as it was" "$(sha256sum "$folder/back" | cut -d' ' -f1)" "$digest"
is "not by its bytes" "$(upload ask "document_data('$d')")" 'ERROR:  PT409'
is "a link to a part is dead after the check" "$(upload ask "upload_parts('$d')")" 'ERROR:  PT409'

# The same check again, as after a crash between S3's answer and the database's: the upload is no more, the object is there.
run -o /dev/null -c "UPDATE platform.document SET status = 'checking', $opened WHERE id = '$d'" \
  -c "SELECT platform.add_job('document.check', jsonb_build_object('document', '$d'))"
is "checked again" "$(settled "$d")" ready

# What is not as said.
whole() {  # whole FILE NAME TYPE [MORE]: planned, sent and completed; its id in $d
  d=$(upload plan "$@")
  upload send "$d" "$1" 1 10
  upload complete "$d" >"$folder/completed"
}
s3_storage="storage => 's3'"
whole "$folder/big.pdf" a.pdf application/pdf "'$(printf '0%.0s' $(seq 64))'"
is "another SHA-256" "$(settled "$d")" 'quarantined: its SHA-256 is another'
is "is not served" "$(upload ask "document_url('$d')")" 'ERROR:  PT409'
whole "$folder/big.pdf" a.png image/png
is "other bytes" "$(settled "$d")" 'quarantined: it does not begin like its media type'
printf '{"a": [1, 2, "ü"]}' >"$folder/good.json"
whole "$folder/good.json" a.json application/json "$s3_storage"
is "JSON" "$(settled "$d")" ready
printf '{"a": [1, 2, "ü"]' >"$folder/bad.json"
whole "$folder/bad.json" a.json application/json "$s3_storage"
is "half of a JSON" "$(settled "$d")" 'quarantined: it is not valid as the text that it is said to be'
{ printf 'a;b\n'; head -c 20000000 /dev/zero | tr '\0' 'x'; printf '\303'; } >"$folder/cut.csv"
whole "$folder/cut.csv" a.csv text/csv
is "text that ends within a character" "$(settled "$d")" 'quarantined: it is not valid as the text that it is said to be'
printf 'abc' >"$folder/abc.txt"
printf 'abcd' >"$folder/abcd.txt"
d=$(upload plan "$folder/abc.txt" a.txt text/plain "$s3_storage")
run -o /dev/null -c "UPDATE platform.document SET part_size = 10, size = 4 WHERE id = '$d'"
upload send "$d" "$folder/abc.txt" 1 1
upload complete "$d" >"$folder/completed"
is "fewer bytes than said" "$(settled "$d")" 'quarantined: its size is another'
d=$(upload plan "$folder/abcd.txt" a.txt text/plain "$s3_storage")
upload send "$d" "$folder/abcd.txt" 1 1
run -o /dev/null -c "UPDATE platform.document SET size = 3 WHERE id = '$d'"
upload complete "$d" >"$folder/completed"
is "more bytes than said" "$(settled "$d")" 'quarantined: its size is another'

# Scanned, in the database too.
run -o /dev/null -c "UPDATE platform.setting SET value = 'on' WHERE name = 'document_scan'"
printf 'X5O!P%%@AP EICAR' >"$folder/eicar.txt"
whole "$folder/eicar.txt" a.txt text/plain "$s3_storage"
is "what the scan finds" "$(settled "$d")" 'quarantined: the scan has found something in it'
whole "$folder/abc.txt" a.txt text/plain "$s3_storage"
is "what it does not" "$(settled "$d")" ready
in_database() {  # in_database BYTES: a document in the database, completed; its id in $d
  printf '%s' "$1" >"$folder/small.txt"
  d=$(upload plan "$folder/small.txt" a.txt text/plain)
  run -o /dev/null -c "INSERT INTO platform.document_part VALUES ('$d', 1, '$1')" \
    -c "UPDATE platform.document SET status = 'uploading' WHERE id = '$d'"
  upload ask "complete_upload('$d')" >"$folder/completed"
}
in_database 'EICAR'
is "in the database" "$(settled "$d")" 'quarantined: the scan has found something in it'
in_database 'clean'
is "clean there" "$(settled "$d")" ready
in_database 'BROKEN'
wait_for "SELECT attempt > 0 AND status = 'queued' FROM platform.job WHERE payload ->> 'document' = '$d'" t || true
is "a scan that fails says nothing" "$(status_of "$d") $(run -c "SELECT error FROM platform.job WHERE payload ->> 'document' = '$d'")" \
  "checking scan ended with status 2"

# Read: a picture, and a PDF as it is drawn. The same sentence, of a PDF that is made here.
run -o /dev/null -c "UPDATE platform.setting SET value = 'off' WHERE name = 'document_scan'" \
  -c "UPDATE platform.setting SET value = 'on' WHERE name = 'document_ocr'"
if command -v tesseract >/dev/null && command -v pdftoppm >/dev/null; then
  text='BT /F1 24 Tf 72 700 Td (Certificate of competency) Tj 0 -40 Td (Number: 4711) Tj ET'
  printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length %s>>stream\n%s\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>\n' "${#text}" "$text" >"$folder/read.pdf"
  pdftoppm -r 150 -png -singlefile "$folder/read.pdf" "$folder/read" 2>/dev/null
  for file in "$folder/read.pdf=application/pdf" "$folder/read.png=image/png"; do
    whole "${file%%=*}" "$(basename "${file%%=*}")" "${file#*=}" "$s3_storage"
    wait_for "SELECT extracted IS NOT NULL FROM platform.document WHERE id = '$d'" t || true
    is "read: ${file#*=}" "$(run -c "SELECT extracted ->> 'text' ~ 'Certificate of competency', extracted -> 'fields',
      (extracted ->> 'confidence')::float8 BETWEEN 0.7 AND 1 FROM platform.document WHERE id = '$d'")" 't|{"Number": "4711"}|t'
  done
  printf '\211PNG\r\n\032\nno picture' >"$folder/none.png"
  whole "$folder/none.png" none.png image/png "$s3_storage"
  wait_for "SELECT status FROM platform.job WHERE kind = 'document.ocr' AND payload ->> 'document' = '$d'" failed || true
  is "what is no picture" "$(status_of "$d") $(run -c "SELECT status FROM platform.job WHERE kind = 'document.ocr'
    AND payload ->> 'document' = '$d'") $(run -c "SELECT extracted IS NULL FROM platform.document WHERE id = '$d'")" 'ready failed t'
else
  echo "ok - text of documents # SKIP tesseract or pdftoppm is not here"
fi

# Removed: an upload that is aborted, the objects of what is deleted, and of an account that is erased.
d=$(upload plan "$folder/big.pdf" a.pdf application/pdf)
upload send "$d" "$folder/big.pdf" 1 2
is "an upload is open" "$(uploads)" 1
upload ask "abort_upload('$d')" >"$folder/aborted"
removed
is "aborted" "$(status_of "$d") $(uploads)" 'aborted 0'
before=$(objects)
d=$(run -c "SELECT id FROM platform.document WHERE storage = 's3' AND status = 'ready' LIMIT 1")
upload ask "delete_document('$d')" >"$folder/deleted"
removed
is "deleted" "$(status_of "$d") $(objects)" "deleted $((before - 1))"
run -o /dev/null -c "SELECT platform.erase_account('$ANN')"
removed
is "erased" "$(run -c 'SELECT count(*) FROM platform.document') $(objects)" '0 0'
is "no log holds a link or a name" "$(cat "$folder"/*.log "$folder"/*.err | grep -c -e X-Amz -e größe -e big.pdf || true)" 0
