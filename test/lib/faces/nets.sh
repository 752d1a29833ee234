# Sourced by tools/serve.sh and test/cluster/worker/faces.sh: the nets that npm has installed (tools/deps.sh faces).
# nets: their folder, empty where they, or harmonyd-face, are not there.
nets=$BUILD/faces/node_modules/faceplugin-face-recognition-js/model
if [ ! -f "$nets/fr_feature.onnx" ] || [ ! -x "$BUILD/worker/harmonyd-face" ]; then nets=''; fi

# nets_to FOLDER: the three of them, where harmonyd's user reads them.
nets_to() {
  install -d -m 755 "$1"
  install -m 644 "$nets/fr_detect.onnx" "$nets/fr_landmark.onnx" "$nets/fr_feature.onnx" "$1"
}
# nets_configured FOLDER: a member of harmonyd's configuration.
nets_configured() {
  printf '"faces": {'
  printf '"detector": {"file": "%s/fr_detect.onnx", "name": "fr_detect", "version": "0.0.1"}, ' "$1"
  printf '"landmarks": {"file": "%s/fr_landmark.onnx", "name": "fr_landmark", "version": "0.0.1"}, ' "$1"
  printf '"embedding": {"file": "%s/fr_feature.onnx", "name": "fr_feature", "version": "0.0.1"}}' "$1"
}
