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
    "$1" "$folder/kept.jpg" 2>/dev/null
}
faces() { look "$1" | sed 's/.*"faces":\([0-9]*\).*/\1/'; }
is "faces on six photos" "$(for n in 1 2 3 4 5 6; do faces "$demo/sample$n.jpg"; done | paste -sd ' ' -)" '3 3 3 4 5 4'
for n in $(seq 0 21); do
  for kind in cut spoiled; do look "$folder/photos/$kind$n.jpg" >"$folder/photos/$kind$n.json"; done
done
compared=$(pictures compare "$folder/photos")
is "the same face turned, darker and recompressed: cosine .9 in 19 of 22 ($compared)" \
  "$(echo "$compared" | awk '$1 == "same" { print ($2 >= 19) }')" 1
is "other people: 95 % below .35" "$(echo "$compared" | awk '$1 == "other" { print ($2 >= 0.95) }')" 1

# ---- jobs ----

worker_database harmony_worker_faces
run -o /dev/null -c "SELECT harmony.install('affinity')" -c 'SELECT platform.grant_application()' -c 'DELETE FROM platform.schedule' \
  -c "UPDATE platform.limit SET most = 1000 WHERE what LIKE 'photos%' OR what LIKE 'documents%'"
ann=$(run -c "INSERT INTO platform.account (email) VALUES ('ann@example.org') RETURNING id")
run -o /dev/null -c "INSERT INTO affinity.consent (person_id, kind, purpose, text_version) VALUES ('$ann', 'visual', 'a test', '1')"
# harmonyd and, beside it, what runs harmonyd-face as a test wants it: slow, or to its death.
cp "$harmonyd" "$folder/bin/harmonyd"
harmonyd=$folder/bin/harmonyd
cat >"$folder/bin/harmonyd-face" <<SH
#!/bin/sh
if [ -e $folder/slow ]; then echo begun >>$folder/begun; sleep 20; fi
if [ -e $folder/dies ]; then kill -s SEGV \$\$; fi
if [ -e $folder/late ]; then exit 3; fi
if [ -e $folder/fails ]; then echo 'the net is gone' >&2; exit 2; fi
exec $(cd "$BUILD" && pwd)/worker/harmonyd-face "\$@"
SH
chmod 755 "$folder/bin/harmonyd-face"
export TMPDIR="$folder/tmp"
configure faces "$(nets_configured "$folder/nets")"
configure without

# photo FILE: a photo of ann with its bytes, whatever they are, as it is before a job has looked at it; its number.
photo() {
  export PHOTO="$1"
  run -v ann="$ann" <<'SQL' | tail -1
\set bytes `base64 -w0 "$PHOTO"`
CREATE TEMP TABLE put AS SELECT platform.store_document(:'ann', 'photo', 'a photo', 'a.jpg', 'image/jpeg', '\xffd8ffd9') AS document;
UPDATE platform.document_part p SET bytes = decode(:'bytes', 'base64') FROM put WHERE p.document_id = put.document;
SELECT (affinity.queue_photo(:'ann', put.document)).id FROM put;
SQL
}
status() { run -c "SELECT status FROM affinity.photo WHERE id = $1"; }
# found FILE: the status that a harmonyd in the background finds, and why where it is refused.
found() {
  p=$(photo "$1")
  wait_for "SELECT status <> 'checking' FROM affinity.photo WHERE id = $p" t 60 || true
  run -c "SELECT concat_ws(': ', status, facts ->> 'problem') FROM affinity.photo WHERE id = $p"
}
p=$(photo "$folder/photos/cut0.jpg")
"$harmonyd" --config "$folder/without.json" --once
is "without nets the kind is not offered" "$(status "$p")" checking
is "and is refused by name" "$("$harmonyd" --config "$folder/without.json" --once --kinds affinity.face 2>&1)" \
  'harmonyd: kind "affinity.face" cannot run: faces.detector is not configured'
is "the check says so" "$("$harmonyd" --config "$folder/without.json" --check | grep faces)" \
  'ok - no faces are looked for: faces.detector is not configured'
is "the check runs the nets" "$("$harmonyd" --config "$folder/faces.json" --check | grep faces)" 'ok - faces: fr_feature 0.0.1 gives 512 numbers'
mv "$folder/bin/harmonyd-face" "$folder/bin/away"
if [ -z "$(command -v harmonyd-face)" ]; then
  is "the check misses the program" "$("$harmonyd" --config "$folder/faces.json" --check | grep faces)" \
    'not ok - faces: harmonyd-face is not installed, which is built where OpenCV is'
fi
mv "$folder/bin/away" "$folder/bin/harmonyd-face"

start faces
daemon=$started
wait_for "SELECT status <> 'checking' FROM affinity.photo WHERE id = $p" t 60 || true
is "one face" "$(status "$p")" ready
is "its embedding, of length 1, and its nets" "$(run -c "SELECT e.dimensions, round((SELECT sum(x::float8 * x) FROM unnest(e.embedding) x)::numeric, 4),
    m.name, m.version, m.detector, m.landmarks FROM affinity.embedding e JOIN affinity.embedding_model m ON m.id = e.model_id
  WHERE e.photo_id = $p")" '512|1.0000|fr_feature|0.0.1|fr_detect|fr_landmark'
is "what is kept of it" "$(run -c "SELECT string_agg(k, ' ' ORDER BY k) FROM affinity.photo, jsonb_object_keys(facts) k WHERE id = $p")" \
  'box detector embedding faces height landmarks sharpness size width'

is "a photo on its side, with a place" "$(found "$folder/photos/exif")" ready
run -c "SELECT encode(d.bytes, 'base64') FROM platform.document_part d JOIN affinity.photo p USING (document_id) WHERE p.id = $p" |
  base64 -d >"$folder/stored.jpg"
is "is kept upright, without anything else" "$(pictures stored "$folder/stored.jpg") $(grep -c 'what nobody' "$folder/stored.jpg" || true)" \
  "$(pictures stored "$folder/photos/cut6.jpg") 0"
is "a PNG" "$(found "$folder/photos/png")" ready
is "of which a JPEG is kept" "$(run -c "SELECT d.media_type, d.is_withheld FROM platform.document d JOIN affinity.photo p
  ON p.document_id = d.id WHERE p.id = $p")" 'image/jpeg|f'
is "several faces" "$(found "$demo/sample1.jpg")" several_faces
is "no bytes are kept of it" "$(run -c "SELECT count(*) FROM platform.document_part d JOIN affinity.photo p USING (document_id)
  WHERE p.id = $p")" 0
is "no face" "$(found "$folder/photos/none")" no_face
is "a small face" "$(found "$folder/photos/small")" too_small
is "a blurred face" "$(found "$folder/photos/blurred")" blurred
is "40 megapixels" "$(found "$folder/photos/largest")" no_face
is "400 megapixels" "$(found "$folder/photos/bomb")" 'refused: it has more than 40 megapixels'
is "SVG" "$(found "$folder/photos/svg")" 'refused: it is neither JPEG nor PNG'
is "no bytes" "$(found "$folder/photos/empty")" 'refused: it is neither JPEG nor PNG'
is "half a JPEG" "$(found "$folder/photos/cut_off")" 'refused: it is cut off or damaged'
is "what begins like a JPEG" "$(found "$folder/photos/no_jpeg")" 'refused: its header is none'
is "a header of 3,600 megapixels" "$(found "$folder/photos/huge_header")" 'refused: it has more than 40 megapixels'
is "a header of another size" "$(found "$folder/photos/false_header")" no_face
is "zeros between header and end" "$(found "$folder/photos/broken")" no_face
: >"$folder/dies"
is "a decoder that dies" "$(found "$folder/photos/png")" 'refused: its decoding broke off'
mv "$folder/dies" "$folder/late"
is "one that takes too long" "$(found "$folder/photos/png")" 'refused: it takes too long'
mv "$folder/late" "$folder/fails"
p=$(photo "$folder/photos/png")
wait_for "SELECT attempt > 0 AND status = 'queued' FROM platform.job WHERE payload ->> 'photo' = '$p'" t || true
is "nets that are gone are nobody's photo's fault" "$(status "$p") $(run -c "SELECT error FROM platform.job WHERE payload ->> 'photo' = '$p'")" \
  'checking harmonyd-face ended with status 2: the net is gone'
rm "$folder/fails"
is "harmonyd is alive" "$(kill -0 "$daemon" && echo yes)" yes
is "nothing of photos is left" "$(find "$folder/tmp" -mindepth 1 | wc -l)" 0

# ---- killed in the middle ----

run -o /dev/null -c "DELETE FROM platform.job WHERE payload ->> 'photo' = '$p'" \
  -c "UPDATE platform.job_kind SET lease = '3 seconds' WHERE kind = 'affinity.face'"
: >"$folder/slow"
p=$(photo "$folder/photos/cut7.jpg")
for _ in $(seq 100); do
  if [ -e "$folder/begun" ]; then break; fi
  sleep 0.1
done
kill -9 "$daemon"
rm "$folder/slow"
start faces
wait_for "SELECT status FROM affinity.photo WHERE id = $p" ready 60 || true
is "killed in the middle: done once, by another" "$(run -c "SELECT p.status, j.status, j.attempt, (SELECT count(*) FROM affinity.embedding e
    WHERE e.photo_id = p.id), (SELECT count(*) FROM platform.document_part d WHERE d.document_id = p.document_id)
  FROM affinity.photo p JOIN platform.job j ON j.id = p.job_id WHERE p.id = $p")" 'ready|done|2|1|1'
is "begun once more" "$(wc -l <"$folder/begun")" 1
is "no log tells of a photo" "$(cat "$folder"/*.log "$folder"/*.err | grep -c -e 'what nobody' -e embedding -e '"box"' || true)" 0
