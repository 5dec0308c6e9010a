#!/bin/sh
# Writes the documents that ./wsproof describe makes of the examples, and reads each with its format's public validator.
# Needs node 20 or newer with npm, and openssl. Exits 1 if a document is not valid, or could not be written, and 3 if
# the validators can't be had.
set -eu
cd "$(dirname "$0")/.."
work=target/descriptions
rm -rf "$work"
mkdir -p "$work/documents"
cp cli/src/test/resources/org/wsproof/cli/describe/*.yaml "$work"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
    -keyout "$work/front-key.pem" -out "$work/front.pem" 2>/dev/null
chmod o-r "$work/front-key.pem" "$work/clients.yaml"

# One install is enough for any number of runs.
validators=target/validators-12.1.0-3.6.3
if [ ! -d "$validators/node_modules/@asyncapi/parser" ]; then
    npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix "$validators" \
        @apidevtools/swagger-parser@12.1.0 @asyncapi/parser@3.6.3 || exit 3
fi

# describe NAME ARGUMENT...
describe() {
    name=$1
    shift
    for format in openapi asyncapi; do
        ./wsproof describe "$@" --format $format --out "$work/documents/$name-$format.yaml"
    done
}

describe http "$work/http.yaml"
describe subprotocols "$work/http.yaml" --subprotocol chat --subprotocol graphql-transport-ws
describe two-handlers "$work/two-handlers.yaml"
describe two-addresses "$work/two-handlers.yaml" --address wss://api.example/chat --address ws://api.example:8080/chat
describe authorized "$work/authorized.yaml" --gateway authorized --address wss://api.example --credential X-IBM-Client-Id
describe taciturn "$work/authorized.yaml" --gateway taciturn
describe odd-name "$work/odd-names.yaml" --gateway 1e3 --subprotocol 1e3 --subprotocol null --api-version 1e3
describe date-name "$work/odd-names.yaml" --gateway 2026-01-01 --credential 1e3 --credential null --address wss://a/1e3
describe keys "$work/keys.yaml"
sed -i "/secret-id-2/d" "$work/clients.yaml"
describe all-with-secrets "$work/keys.yaml"
sed -i "s/client-secret: [^,]*, //" "$work/clients.yaml"
describe without-secrets "$work/keys.yaml"
NODE_PATH="$validators/node_modules" node build/validate-descriptions.js "$work"/documents/*.yaml
