"""Answers as GitHub's and Jira's REST interfaces do: tool_server.py FOLDER PORT TOKEN. Each request is a line of FOLDER/requests: a JSON
object {path, headers}. FOLDER/mode, where it is there, says what is wrong: a status, broken, deep, endless, loop, elsewhere, moved,
huge, or limit N: after N requests 429 with Retry-After. FOLDER/day is the day of January until which things have happened."""
import http.server
import json
import pathlib
import re
import sys
import threading
import urllib.parse

folder, token = pathlib.Path(sys.argv[1]), sys.argv[3]
lock = threading.Lock()
count = 0


def at(day, hour=0):
    return f"2026-01-{day:02}T{hour:02}:00:00Z"


def commit(n):
    return {"sha": f"c{n}", "commit": {"author": {"email": "x@example.org", "date": at(n)}, "committer": {"date": at(n)}},
            "author": {"login": f"author{n % 6}"}, "parents": [{"sha": f"c{n - 1}"}] if n > 1 else []}


def pull(n, single=False):
    more = {"additions": n, "deletions": 1} if single else {}
    return {"id": 1000 + n, "number": n, "user": {"login": f"author{n % 6}"}, "created_at": at(n, 1), "updated_at": at(n, 3),
            "merged_at": at(n, 3), "closed_at": at(n, 3), "merge_commit_sha": f"c{n}", "body": "nul \x00 within", **more}


def deployment(n):
    return {"id": n, "sha": f"c{n}", "environment": "production", "created_at": at(n, 10), "task": "deploy"}


def issue(n):
    return {"id": 500 + n, "number": n + 100, "title": f"Issue {n}", "created_at": at(n), "updated_at": at(n, 5), "closed_at": at(n, 5)}


def jira_issue(n):
    created = f"2026-01-{n:02}T00:00:00.000+0000"
    return {"id": str(n), "key": f"K-{n}", "fields": {
        "created": created, "updated": created, "summary": f"Issue {n}", "issuetype": {"name": "Story"}, "customfield_10016": 2,
        "status": {"name": "Closed", "statusCategory": {"key": "done"}}, "sprint": {"id": 5}},
        "changelog": {"histories": [{"id": "1", "created": created, "items": [
            {"field": "status", "fromString": "Open", "toString": "Closed"}]}]}}


class Tool(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def say(self, status, body, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def page(self, entries, per_page):
        """Entries by page, with a header Link as GitHub writes it."""
        url = urllib.parse.urlparse(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        number = int(query.get("page", 1))
        headers = [("ETag", f'"{len(entries)}-{number}"')]
        if self.headers.get("If-None-Match") == headers[0][1]:
            return self.say(304, b"", headers)
        if number * per_page < len(entries):
            query["page"] = number + 1
            here = f"http://{self.headers['Host']}{url.path}?{urllib.parse.urlencode(query)}"
            headers.append(("Link", f'<{here}>; rel="next", <{here}>; rel="last"'))
        return self.say(200, entries[(number - 1) * per_page:number * per_page], headers)

    def wrong(self, mode):
        here = f"http://{self.headers['Host']}{self.path.split('?')[0]}"
        if mode.isdigit():
            return self.say(int(mode), {"message": "no"})
        if mode == "endless":
            number = int((re.findall(r"page=(\d+)$", self.path) or ["1"])[0])
            return self.say(200, [], [("Link", f'<{here}?page={number + 1}>; rel="next"')])
        return {"broken": lambda: self.say(200, b'[{"sha": '), "deep": lambda: self.say(200, b"[" * 100000 + b"]" * 100000),
                "loop": lambda: self.say(200, [], [("Link", f'<{here}>; rel="next"')]),
                "elsewhere": lambda: self.say(200, [], [("Link", '<https://example.org/next>; rel="next"')]),
                "moved": lambda: self.say(302, b"", [("Location", f"http://localhost:{sys.argv[2]}/stolen")]),
                "huge": lambda: self.say(200, b"[" + b"0," * (17 << 20) + b"0]")}[mode]()

    def do_GET(self):
        global count
        with lock:
            count += 1
            with open(folder / "requests", "a", encoding="utf8") as file:
                file.write(json.dumps({"path": self.path, "headers": dict(self.headers)}) + "\n")
        mode = (folder / "mode").read_text().strip() if (folder / "mode").exists() else ""
        if mode.startswith("limit"):
            if count > int(mode.split()[1]):
                return self.say(429, {"message": "slow down"}, [("Retry-After", "120")])
        elif mode:
            return self.wrong(mode)
        if self.headers.get("Authorization") != token:
            return self.say(401, {"message": "Bad credentials"})
        until = int((folder / "day").read_text()) if (folder / "day").exists() else 20
        url = urllib.parse.urlparse(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        days, newest = range(1, until + 1), range(until, 0, -1)
        since = query.get("since", "")
        routes = [
            (r"/repos/o/r/commits", lambda: self.page([commit(n) for n in newest if at(n) >= since], 7)),
            (r"/repos/o/r/deployments", lambda: self.page([deployment(n) for n in newest], 6)),
            (r"/repos/o/r/deployments/(\d+)/statuses", lambda n: self.page([{"id": 70 + n, "state": "success", "created_at": at(n, 12),
                "deployment_url": f"https://api.example.org/repos/o/r/deployments/{n}"}], 30)),
            (r"/repos/o/r/pulls", lambda: self.page([pull(n) for n in newest], 5)),
            (r"/repos/o/r/pulls/(\d+)", lambda n: self.say(200, pull(n, True))),
            (r"/repos/o/r/pulls/(\d+)/commits", lambda n: self.page([commit(n)], 30)),
            (r"/repos/o/r/pulls/(\d+)/reviews", lambda n: self.page([{"id": 90 + n, "user": {"login": "reviewer"}, "state": "APPROVED",
                "submitted_at": at(n, 2), "pull_request_url": f"https://api.example.org/repos/o/r/pulls/{n}"}], 30)),
            (r"/repos/o/r/issues", lambda: self.page([issue(n) for n in days if at(n, 5) >= since], 8)),
            (r"/rest/api/2/status", lambda: self.say(200, [{"id": "1", "name": "Open", "statusCategory": {"key": "new"}}])),
            (r"/rest/api/2/search", lambda: self.say(200, {"startAt": int(query["startAt"]), "total": until,
                "issues": [jira_issue(n) for n in days][int(query["startAt"]):int(query["startAt"]) + 6]})),
            (r"/rest/agile/1.0/board/9", lambda: self.say(200, {"id": 9, "name": "Board"})),
            (r"/rest/agile/1.0/board/9/sprint", lambda: self.say(200, {"isLast": True, "values": [{"id": 5, "originBoardId": 9,
                "startDate": at(1), "endDate": at(15)}]})),
        ]
        for pattern, answer in routes:
            match = re.fullmatch(pattern, url.path)
            if match:
                return answer(*map(int, match.groups()))
        return self.say(404, {"message": "Not Found"})

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Tool)
print("ready", flush=True)
server.serve_forever()
