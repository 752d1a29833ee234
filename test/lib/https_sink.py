"""An HTTPS server that keeps what is posted: https_sink.py FOLDER PORT CERTIFICATE KEY. Each request is a file of FOLDER: a JSON object
{path, headers, body}. The status is the last part of the path where that is a number, else 204; 302 leads to /redirected."""
import http.server
import itertools
import json
import pathlib
import ssl
import sys

folder = pathlib.Path(sys.argv[1])
numbers = itertools.count()


class Sink(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        kept = {"path": self.path, "headers": {name.lower(): value for name, value in self.headers.items()}, "body": body}
        (folder / f"{next(numbers):06}.json").write_text(json.dumps(kept))
        last = self.path.rsplit("/", 1)[-1]
        self.send_response(int(last) if last.isdigit() else 204)
        if last == "302":
            self.send_header("Location", f"https://{self.headers['Host']}/redirected")
        self.end_headers()

    do_GET = do_POST

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Sink)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[3], sys.argv[4])
server.socket = context.wrap_socket(server.socket, server_side=True)
print("ready", flush=True)
server.serve_forever()
