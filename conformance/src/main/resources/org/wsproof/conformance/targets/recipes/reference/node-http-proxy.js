// A reverse proxy for each properties file that is named as an argument: http-proxy with WebSockets, put together as its
// README does it (https://github.com/http-party/node-http-proxy#proxying-websockets). Keys: port (at 127.0.0.1), origin (a
// URL), head-timeout (milliseconds), certificate and key (PEM files) for https on the frontside, trusted (a PEM file, or
// "anybody") where the origin is https.
'use strict';
const fs = require('fs');
const http = require('http');
const https = require('https');
const httpProxy = require('http-proxy');

// As java.util.Properties writes it, which puts a backslash before a colon.
function read(file) {
    const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    return Object.fromEntries(lines.map((line) => /^(.*?)=(.*)$/.exec(line.replace(/\\(.)/g, '$1')).slice(1)));
}

function target(settings) {
    const { protocol, hostname, port } = new URL(settings.origin);
    const trusted = settings.trusted && settings.trusted !== 'anybody' ? fs.readFileSync(settings.trusted) : undefined;
    return { protocol, host: hostname, port, ca: trusted };
}

// Without a listener an error is thrown, and ends the process. What the client is told is the program's to say: of a
// request that can still be answered, 502; a client that asked for a WebSocket is given a socket here, which http-proxy ends.
function onError(error, request, response) {
    if (response instanceof http.ServerResponse && !response.headersSent) {
        response.writeHead(502, { 'Content-Type': 'text/plain' });
        response.end('Bad gateway');
    }
}

function start(settings) {
    const proxy = httpProxy.createProxyServer({ target: target(settings), secure: settings.trusted !== 'anybody', ws: true });
    proxy.on('error', onError);
    const options = {};
    if (settings['head-timeout']) {
        options.headersTimeout = Number(settings['head-timeout']);
        options.connectionsCheckingInterval = 100;
    }
    if (settings.certificate) {
        options.cert = fs.readFileSync(settings.certificate);
        options.key = fs.readFileSync(settings.key);
    }
    const server = (settings.certificate ? https : http).createServer(options, (request, response) => proxy.web(request, response));
    server.on('upgrade', (request, socket, head) => {
        // http-proxy listens for it once the origin has answered; before, a reset would end the process.
        socket.on('error', () => {});
        proxy.ws(request, socket, head);
    });
    server.listen(Number(settings.port), '127.0.0.1');
}

process.argv.slice(2).map(read).forEach(start);
