#!/bin/sh
# Faces, end to end: what the nets find on photos of people, jobs of kind affinity.face with a picture of each status, hostile files,
# a program that dies, harmonyd killed in the middle. The photos and nets are npm's, and are nobody's of ours.
. "$(dirname "$0")/../../lib/worker.sh"
. "$(dirname "$0")/../../lib/faces/nets.sh"
demo=$(cd "$BUILD" && pwd)/faces/node_modules/@vladmandic/face-api/demo
if [ -z "$nets" ] || [ ! -f "$demo/sample6.jpg" ]; then
  echo "ok - faces # SKIP OpenCV, or what npm has of nets and photos, is not here: tools/deps.sh faces"
  exit 0
fi
if ! $python -c 'import PIL' 2>/dev/null; then
  echo "ok - faces # SKIP python3-pil is not here: tools/deps.sh faces"
  exit 0
fi
pictures() { $python test/lib/faces/pictures.py "$@"; }
nets_to "$folder/nets"
mkdir "$folder/photos" "$folder/bin" "$folder/tmp"
pictures make "$demo" "$folder/photos"

# ---- the nets ----

# look FILE: what harmonyd-face finds.
look() {
  "$BUILD/worker/harmonyd-face" "$folder/nets/fr_detect.onnx" "$folder/nets/fr_landmark.onnx" "$folder/nets/fr_feature.onnx" \
    "$1" "$folder/kept-${1##*/}" 2>/dev/null
}
faces() { look "$1" | sed 's/.*"faces":\([0-9]*\).*/\1/'; }
is "faces on six photos" "$(for n in 1 2 3 4 5 6; do faces "$demo/sample$n.jpg"; done | paste -sd ' ' -)" '3 3 3 4 5 4'
for n in $(seq 0 21); do
  look "$folder/photos/cut$n.jpg" >"$folder/photos/cut$n.json" &
  look "$folder/photos/spoiled$n.jpg" >"$folder/photos/spoiled$n.json" && wait $!
done
compared=$(pictures compare "$folder/photos" | paste -sd ' ' -)
is "the same face turned, darker and recompressed: cosine .9 in 19 of 22 ($compared)" \
  "$(echo "$compared" | awk '{ print ($2 >= 19) }')" 1
is "other people: 95 % below .35" "$(echo "$compared" | awk '{ print ($4 >= 0.95) }')" 1

# ---- jobs ----

worker_database harmony_worker_faces
run -o /dev/null -c "SELECT harmony.install('affinity')" -c 'SELECT platform.grant_application()' -c 'DELETE FROM platform.schedule' \
  -c "UPDATE platform.limit SET most = 1000 WHERE what LIKE 'photos%' OR what LIKE 'documents%'"
ann=$(run -c "INSERT INTO platform.account (email) VALUES ('ann@example.org') RETURNING id")
run -o /dev/null -c "INSERT INTO affinity.consent (person_id, kind, purpose, text_version) VALUES ('$ann', 'visual', 'a test', '1')"
# harmonyd and, beside it, what runs harmonyd-face unless the picture's last bytes say otherwise.
cp "$harmonyd" "$folder/bin/harmonyd"
harmonyd=$folder/bin/harmonyd
cat >"$folder/bin/harmonyd-face" <<SH
#!/bin/sh
case \$(tail -c 4 "\${4:-/dev/null}" | tr -d '\\0') in
  dies) exec perl -e "print unpack('p', pack('J', 1))" ;;
  late) exit 3 ;;
  fail) echo 'the net is gone' >&2; exit 2 ;;
  slow) echo begun >>$folder/begun; if [ "\$(wc -l <$folder/begun)" -eq 1 ]; then sleep 20; fi ;;
esac
exec $(cd "$BUILD" && pwd)/worker/harmonyd-face "\$@"
SH
chmod 755 "$folder/bin/harmonyd-face"
for end in dies late fail slow; do { cat "$folder/photos/png"; printf %s $end; } >"$folder/photos/$end"; done
export TMPDIR="$folder/tmp"
configure faces "$(nets_configured "$folder/nets")"
configure without

# photo FILE: a photo of ann with its bytes, whatever they are, as it is before a job has looked at it, named by the file.
photo() {
  export PHOTO="$1"
  run -o /dev/null -v ann="$ann" -v title="${1##*/}" <<'SQL'
\set bytes `base64 -w0 "$PHOTO"`
CREATE TABLE IF NOT EXISTS public.named (name text, document uuid);
CREATE TEMP TABLE put AS SELECT platform.store_document(:'ann', 'photo', :'title', 'a.jpg', 'image/jpeg', '\xffd8ffd9') AS document;
UPDATE platform.document_part p SET bytes = decode(:'bytes', 'base64') FROM put WHERE p.document_id = put.document AND :'bytes' <> '';
DELETE FROM platform.document_part p USING put WHERE p.document_id = put.document AND :'bytes' = '';
INSERT INTO public.named SELECT :'title', document FROM put;
SELECT affinity.queue_photo(:'ann', put.document) FROM put;
SQL
}
# of NAME EXPRESSION: of its photo p, document d and job j.
of() {
  run -c "SELECT $2 FROM affinity.photo p JOIN platform.document d ON d.id = p.document_id LEFT JOIN platform.job j ON j.id = p.job_id
    JOIN public.named n ON n.document = d.id WHERE n.name = '$1'"  # of what is deleted no title stays
}
parts='(SELECT count(*) FROM platform.document_part o WHERE o.document_id = d.id)'
# found NAME: its status, and why where it is refused.
found() { of "$1" "concat_ws(': ', p.status, p.facts ->> 'problem')"; }
looked_at() { wait_for "SELECT count(*) FROM affinity.photo WHERE status = 'checking'" "$1" 90 || true; }

photo "$folder/photos/cut0.jpg"
"$harmonyd" --config "$folder/without.json" --once
is "without nets the kind is not offered" "$(found cut0.jpg)" checking
is "and is refused by name" "$("$harmonyd" --config "$folder/without.json" --once --kinds affinity.face 2>&1)" \
  'harmonyd: kind "affinity.face" cannot run: faces.detector is not configured'
is "the check says so" "$("$harmonyd" --config "$folder/without.json" --check | grep faces)" \
  'ok - no faces are looked for: faces.detector is not configured'
is "the check runs the nets" "$("$harmonyd" --config "$folder/faces.json" --check | grep faces)" \
  'ok - faces: fr_feature 0.0.1 gives 512 numbers'
mv "$folder/bin/harmonyd-face" "$folder/bin/away"
if [ -z "$(command -v harmonyd-face)" ]; then
  is "the check misses the program" "$("$harmonyd" --config "$folder/faces.json" --check | grep faces)" \
    'not ok - faces: harmonyd-face is not installed, which is built where OpenCV is'
fi
mv "$folder/bin/away" "$folder/bin/harmonyd-face"

for name in exif png none small blurred largest bomb svg empty cut_off no_jpeg huge_header false_header broken dies late fail; do
  photo "$folder/photos/$name"
done
photo "$demo/sample1.jpg"
start faces
daemon=$started
looked_at 1
is "one face" "$(found cut0.jpg)" ready
is "its embedding, of length 1, and its nets" "$(run -c "SELECT e.dimensions,
    round((SELECT sum(x::float8 * x) FROM unnest(e.embedding) x)::numeric, 4), m.name, m.version, m.detector, m.landmarks
  FROM affinity.embedding e JOIN affinity.embedding_model m ON m.id = e.model_id ORDER BY e.photo_id LIMIT 1")" \
  '512|1.0000|fr_feature|0.0.1|fr_detect|fr_landmark'
is "what is kept of it" "$(of cut0.jpg "(SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(p.facts) k)")" \
  'box detector embedding faces height landmarks sharpness size width'
is "a photo on its side, with a place" "$(found exif)" ready
of exif "(SELECT encode(o.bytes, 'base64') FROM platform.document_part o WHERE o.document_id = d.id)" | base64 -d >"$folder/stored.jpg"
is "is kept upright, without anything else" \
  "$(pictures stored "$folder/stored.jpg") $(grep -c 'what nobody' "$folder/stored.jpg" || true)" \
  "$(pictures stored "$folder/photos/cut6.jpg") 0"
is "a PNG" "$(found png)" ready
is "of which a JPEG is kept" "$(of png 'd.media_type, d.is_withheld')" 'image/jpeg|f'
is "several faces" "$(found sample1.jpg)" several_faces
is "no bytes are kept of it" "$(of sample1.jpg "$parts")" 0
is "no face" "$(found none)" no_face
is "a small face" "$(found small)" too_small
is "a blurred face" "$(found blurred)" blurred
is "40 megapixels" "$(found largest)" no_face
is "400 megapixels" "$(found bomb)" 'refused: it has more than 40 megapixels'
is "SVG" "$(found svg)" 'refused: it is neither JPEG nor PNG'
is "no bytes" "$(found empty)" 'refused: it is neither JPEG nor PNG'
is "half a JPEG" "$(found cut_off)" 'refused: it is cut off or damaged'
is "what begins like a JPEG" "$(found no_jpeg)" 'refused: its header is none'
is "a header of 3,600 megapixels" "$(found huge_header)" 'refused: it has more than 40 megapixels'
is "a header of another size" "$(found false_header | grep -cE '^(no_face|several_faces|refused: .*)$')" 1
is "zeros between header and end" "$(found broken)" no_face
is "a decoder that dies" "$(found dies)" 'refused: its decoding broke off'
is "one that takes too long" "$(found late)" 'refused: it takes too long'
is "nets that are gone are nobody's photo's fault" "$(of fail 'p.status, j.status, j.error')" \
  'checking|queued|harmonyd-face ended with status 2: the net is gone'
is "harmonyd is alive" "$(kill -0 "$daemon" && echo yes)" yes
is "nothing of photos is left" "$(find "$folder/tmp" -mindepth 1 | wc -l)" 0

# ---- killed in the middle ----

run -o /dev/null -c "DELETE FROM platform.job WHERE id = $(of fail j.id)" \
  -c "UPDATE platform.job_kind SET lease = '3 seconds' WHERE kind = 'affinity.face'"
photo "$folder/photos/slow"
for _ in $(seq 100); do
  if [ -e "$folder/begun" ]; then break; fi
  sleep 0.1
done
kill -9 "$daemon"
start faces
looked_at 1
is "killed in the middle: done once, by another" "$(of slow "p.status, j.status, j.attempt, $parts,
  (SELECT count(*) FROM affinity.embedding e WHERE e.photo_id = p.id)")" 'ready|done|2|1|1'
is "begun twice" "$(wc -l <"$folder/begun")" 2
is "no log tells of a photo" "$(cat "$folder"/*.log "$folder"/*.err | grep -c -e 'what nobody' -e embedding -e '"box"' || true)" 0
