# Sourced after worker.sh by what uploads documents: a stand-in for S3, and a person's side (upload.mjs).
if [ ! -d "$BUILD/api/node_modules/s3rver" ] || ! command -v node >/dev/null; then
  echo "ok - documents in S3 # SKIP tools/deps.sh api installs s3rver, through npm"
  exit 0
fi

# s3: in the background, ready; its objects are in $folder/s3/docs.
s3() {
  s3_port=$(free_port)
  mkdir -p "$folder/s3"
  node test/lib/s3.mjs "$folder/s3" "$s3_port" "$(cd "$BUILD/api/node_modules" && pwd)" >"$folder/s3.out" 2>&1 &
  processes="$processes $!"
  for _ in $(seq 100); do
    if grep -q ready "$folder/s3.out"; then return; fi
    sleep 0.1
  done
  cat "$folder/s3.out"
  return 1
}
# s3_settings: the credentials of s3 for the database, and a person.
s3_settings() {
  run -o /dev/null -f test/lib/secrets.sql -c "SELECT pg_temp.put_secret('harmony.s3_credentials_file', jsonb_build_object(
    'endpoint', 'http://127.0.0.1:$s3_port', 'region', 'eu', 'access_key', 'S3RVER', 'secret_key', 'S3RVER', 'path_style', true)::text)" \
    -c "ALTER DATABASE $database SET harmony.s3_credentials_file = 'harmony_test_s3_credentials_file'" \
    -c "UPDATE platform.setting SET value = 'docs' WHERE name = 'document_bucket'"
  ANN=$(run -c "INSERT INTO platform.account (email) VALUES ('ann@example.org') RETURNING id")
  DATABASE=$database FOLDER=$folder
  export ANN DATABASE FOLDER
}
upload() { node test/lib/upload.mjs "$@"; }
status_of() { run -c "SELECT concat_ws(': ', status, problem) FROM platform.document WHERE id = '$1'"; }
# settled DOCUMENT [SECONDS]: its state, once it has been checked.
settled() {
  wait_for "SELECT status IN ('ready', 'quarantined') FROM platform.document WHERE id = '$1'" t "${2:-30}" || true
  status_of "$1"
}
objects() { find "$folder/s3/docs" -name '*_object' | wc -l; }
uploads() { find "$folder/s3/docs" -path '*uploads/*' -name key | wc -l; }
# removed: once harmonyd has removed what it was asked to.
removed() { wait_for "SELECT count(*) FROM platform.job WHERE kind = 'document.remove' AND status <> 'done'" 0 || true; }
