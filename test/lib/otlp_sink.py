"""A collector for OpenTelemetry: otlp_sink.py FOLDER PORT keeps each POST to /v1/traces as a file, and says "ready"."""
import http.server
import pathlib
import sys

folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])


class Sink(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        good = self.path == "/v1/traces" and self.headers["Content-Type"] == "application/json"
        (folder / f"{len(list(folder.iterdir()))}.json").write_bytes(body)
        self.send_response(200 if good else 404)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


print("ready", flush=True)
http.server.HTTPServer(("127.0.0.1", port), Sink).serve_forever()
