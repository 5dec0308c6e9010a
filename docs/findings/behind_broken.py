"""Clients whose chunks are none, and others that ask for a WebSocket after them: python3 behind_broken.py PROXY-PORT ORIGIN-PORT."""
import collections, socket, sys, threading, time
PROXY, ORIGIN = int(sys.argv[1]), int(sys.argv[2])
GET = (b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
       b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
SWITCH = (b'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
          b'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n')
OK = b'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
BROKEN = b'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n%s0\r\n\r\n'
listener = socket.create_server(('127.0.0.1', ORIGIN))
held = []

def serve(connection):
    try:
        while octets := connection.recv(65536):
            connection.sendall(SWITCH if b'websocket' in octets else OK)
    except OSError:
        pass

def accept():
    while True:
        held.append(listener.accept()[0])
        threading.Thread(target=serve, args=[held[-1]], daemon=True).start()

def ask(octets, seconds):
    client = socket.create_connection(('127.0.0.1', PROXY))
    held.append(client)
    client.settimeout(seconds)
    try:
        client.sendall(octets)
        return client.recv(65536).split(b'\r\n')[0].decode() or 'an end'
    except OSError as e:
        return type(e).__name__

threading.Thread(target=accept, daemon=True).start()
print('ten opening handshakes:', dict(collections.Counter(ask(GET, 3) for _ in range(10))))
for chunk in b'0x5\r\nhello\r\n', b'5\r\nhelloXX':
    print('a chunk that is none,', chunk, 'gets', ask(BROKEN % chunk, 1))
print('ten opening handshakes:', dict(collections.Counter(ask(GET, 3) for _ in range(10))))
