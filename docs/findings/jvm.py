"""Asks a proxy at the port that is its first argument, and plays its origin at 127.0.0.1:19000 (or PORT, the second): prints
what each end got. Written for the proxies on the JVM of docs/findings.md, and others; further arguments choose tries by name."""
import base64, hashlib, socket, sys, threading, time

PORT, ORIGIN = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 19000
OFFER = b'Connection: Upgrade\r\nUpgrade: websocket\r\n'
VERSION = b'Sec-WebSocket-Version: 13\r\n'
KEY = b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
HOST = b'Host: x\r\n'
OK = b'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'

def accept(head):
    keys = [line.split(b': ', 1)[1] for line in head.split(b'\r\n') if line.lower().startswith(b'sec-websocket-key: ')]
    digest = hashlib.sha1((keys[0] if keys else b'') + b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest()
    return b'Sec-WebSocket-Accept: ' + base64.b64encode(digest) + b'\r\n'

def switch(head, more=b'', offer=OFFER, version=b'HTTP/1.1'):
    return version + b' 101 Switching Protocols\r\n' + offer + accept(head) + more + b'\r\n'

def masked(opcode, payload):
    length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b'\xff' + len(payload).to_bytes(8, 'big')
    return bytes([opcode]) + length + b'\0\0\0\0' + payload

def frame(opcode, payload):
    length = bytes([len(payload)]) if len(payload) < 126 else b'\x7f' + len(payload).to_bytes(8, 'big')
    return bytes([opcode]) + length + payload

def short(octets):
    return octets if len(octets) < 700 else octets[:60] + b'... (%d octets)' % len(octets)

def read(connection, seconds):
    got, until = b'', time.time() + seconds
    while time.time() < until:
        connection.settimeout(max(0.01, until - time.time()))
        try:
            octets = connection.recv(65536)
        except TimeoutError:
            break
        except OSError as e:
            return short(got), type(e).__name__
        if not octets:
            return short(got), 'end'
        got += octets
    return short(got), 'open'

def attempt(name, request, answer, later=b'', behind=b'', end=''):
    """answer: of a head, what the origin sends; later: the client, behind the 101; behind: the origin, a second later;
    end: '' or what the origin does then ('fin', 'reset')."""
    listener = socket.create_server(('127.0.0.1', ORIGIN))
    listener.settimeout(15)
    heard = []
    def origin():
        try:
            connection = listener.accept()[0]
        except TimeoutError:
            heard.append('not asked')
            return
        connection.settimeout(15)
        head = b''
        try:
            while b'\r\n\r\n' not in head:
                octets = connection.recv(65536)
                if not octets:
                    break
                head += octets
            heard.append(head)
            if not head:
                return
            connection.sendall(answer(head))
            time.sleep(1)
            if behind:
                connection.sendall(behind)
                time.sleep(0.5)
            if end == 'fin':
                connection.shutdown(socket.SHUT_WR)
            if end == 'reset':
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
                connection.close()
                return
            heard.append(read(connection, 3))
        except OSError as e:
            heard.append(type(e).__name__)
        connection.close()
    playing = threading.Thread(target=origin)
    playing.start()
    client = socket.create_connection(('127.0.0.1', PORT))
    client.sendall(request)
    first = (client.recv(4096), 'open') if name.endswith('at once') else read(client, 1.5)
    if later:
        client.sendall(later)
    second = read(client, 3.5) if first[1] == 'open' else ''
    client.close()
    playing.join()
    listener.close()
    print('==', name, '\n  client:', first, second, '\n  origin:', *heard, flush=True)

def get(fields, target=b'/', method=b'GET', version=b'HTTP/1.1'):
    return method + b' ' + target + b' ' + version + b'\r\n' + fields + b'\r\n'

def ok(head):
    return OK

WS = HOST + OFFER + VERSION + KEY
TRIES = {
    'query': (get(WS, b'/?w=1&p=[a]%2F'), switch),
    'early': (get(WS) + masked(0x82, b'hello'), switch, masked(0x82, b'later')),
    'empty close': (get(WS), switch, masked(0x88, b'')),
    'subprotocol': (get(WS + b'Sec-WebSocket-Protocol: v3, v1\r\n'), lambda h: switch(h, b'Sec-WebSocket-Protocol: v1\r\nSet-Cookie: a=1\r\n')),
    'subprotocol never offered': (get(WS), lambda h: switch(h, b'Sec-WebSocket-Protocol: v9\r\n')),
    'extension never offered': (get(WS), lambda h: switch(h, b'Sec-WebSocket-Extensions: permessage-deflate\r\n')),
    'client frame of 100 KiB': (get(WS), switch, masked(0x82, b'x' * 102400)),
    'origin frame of 100 KiB': (get(WS), switch, b'', frame(0x82, b'x' * 102400)),
    '302': (get(WS), lambda h: b'HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n'),
    '200 and end': (get(WS), lambda h: b'HTTP/1.1 200 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 5\r\n\r\nplain', b'', b'', 'fin'),
    'short key': (get(HOST + OFFER + VERSION + b'Sec-WebSocket-Key: c2hvcnQ=\r\n'), switch),
    'key twice': (get(WS + b'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'), switch),
    'version twice': (get(WS + b'Sec-WebSocket-Version: 8\r\n'), switch),
    'no host': (get(OFFER + VERSION + KEY), switch),
    'two hosts': (get(HOST + b'Host: y\r\n' + OFFER + VERSION + KEY), switch),
    'no host, no upgrade': (get(b''), ok),
    'two hosts, no upgrade': (get(HOST + b'Host: y\r\n'), ok),
    'malformed host': (get(b'Host: x/?y@z\r\n' + OFFER + VERSION + KEY), switch),
    'absolute form': (get(WS.replace(b'Host: x', b'Host: y'), b'http://x/'), switch),
    'version 99': (get(WS.replace(b'Version: 13', b'Version: 99')), lambda h: b'HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\nContent-Length: 0\r\n\r\n'),
    'upgrade list': (get(WS.replace(b'websocket\r', b'websocket, h2c\r')), switch),
    'upgrade lines': (get(WS.replace(b'Upgrade: web', b'Upgrade: x-one\r\nUpgrade: web')), switch),
    'h2c': (get(HOST + b'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n'), ok),
    'H2C': (get(HOST + b'Connection: Upgrade\r\nUpgrade: H2C\r\n'), ok),
    'other protocol': (get(HOST + b'Connection: Upgrade\r\nUpgrade: x-other/1\r\n'), ok),
    'answer in HTTP/1.0': (get(WS), lambda h: switch(h, version=b'HTTP/1.0')),
    'answer with Connection: upgrade, keep-alive': (get(WS), lambda h: switch(h, offer=b'Upgrade: websocket\r\nConnection: upgrade, keep-alive\r\n')),
    'answer names another protocol': (get(WS), lambda h: switch(h, offer=b'Upgrade: x-other/1\r\nConnection: Upgrade\r\n')),
    'hop-by-hop in answer': (get(WS), lambda h: switch(h, b'Keep-Alive: timeout=5\r\nProxy-Connection: keep-alive\r\n')),
    'answer with a length': (get(WS), lambda h: switch(h, b'Content-Length: 5\r\n') + frame(0x82, b'8 octets')),
    'nominated': (get(WS.replace(b'Connection: Upgrade', b'Connection: Upgrade, X-Secret') + b'X-Secret: 1\r\n'), switch),
    'X-Forwarded-For nominated': (get(WS.replace(b'Connection: Upgrade', b'Connection: Upgrade, X-Forwarded-For') + b'X-Forwarded-For: 198.51.100.7\r\n'), switch),
    'answer head of 20 KiB': (get(WS), lambda h: switch(h, b'X-Long: %s\r\n' % (b'x' * 4000) * 5)),
    'client ends first': (get(WS), switch, masked(0x82, b'hello')),
    'credentials': (get(WS + b'Proxy-Authorization: Basic dXNlcjpwYXNz\r\n'), switch),
    'coding unknown': (get(WS + b'Transfer-Encoding: xchunked\r\n'), ok),
    'second coding line': (get(WS + b'Transfer-Encoding: chunked\r\nTransfer-Encoding: x-other\r\n') + b'0\r\n\r\n', ok),
    'chunked not last': (get(WS + b'Transfer-Encoding: chunked, identity\r\n') + b'0\r\n\r\n', ok),
    'chunk size 0x5': (get(HOST + b'Transfer-Encoding: chunked\r\n', method=b'POST') + b'0x5\r\nhello\r\n0\r\n\r\n', ok),
    'chunk size over 64 bits': (get(HOST + b'Transfer-Encoding: chunked\r\n', method=b'POST') + b'10000000000000005\r\nhello\r\n0\r\n\r\n' + get(HOST, b'/b'), ok),
    'chunk of a size too small': (get(HOST + b'Transfer-Encoding: chunked\r\n', method=b'POST') + b'5\r\nhellooo\r\n0\r\n\r\n', ok),
    '304': (get(HOST + b'If-None-Match: "1"\r\n'), lambda h: b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 5\r\n\r\n'),
    '304 without a length': (get(HOST + b'If-None-Match: "1"\r\n'), lambda h: b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'),
    'request behind a refused upgrade': (get(WS) + get(HOST, b'/b'), lambda h: b'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
    'close 1012': (get(WS), switch, masked(0x88, b'\x03\xf4because')),
    'close 1013': (get(WS), switch, masked(0x88, b'\x03\xf5because')),
    'close 1014': (get(WS), switch, masked(0x88, b'\x03\xf6because')),
    'close 3000': (get(WS), switch, masked(0x88, b'\x0b\xb8because')),
    'origin resets': (get(WS), switch, b'', frame(0x82, b'x' * 40), 'reset'),
    'ping between': (get(WS), switch, masked(0x01, b'one messa') + masked(0x89, b'between') + masked(0x80, b'ge in two')),
    'ping between, at once': (get(WS), switch, masked(0x01, b'one messa') + masked(0x89, b'between') + masked(0x80, b'ge in two')),
    'fragments, at once': (get(WS), switch, masked(0x01, b'one messa') + masked(0x80, b'ge in two')),
    'fragments': (get(WS), switch, masked(0x01, b'one messa') + masked(0x80, b'ge in two')),
    'content': (get(WS + b'Content-Length: 5\r\n') + b'hello', switch),
    'CONNECT and GET': (get(b'Host: 127.0.0.1:%d\r\n' % PORT, b'127.0.0.1:%d' % PORT, b'CONNECT') + get(HOST, b'/b'), ok),
    'CONNECT refused, and GET': (get(b'Host: 127.0.0.1:%d\r\n' % PORT, b'127.0.0.1:%d' % PORT, b'CONNECT') + get(HOST, b'/b'), lambda h: b'HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n'),
    'CONNECT': (get(b'Host: 127.0.0.1:%d\r\n' % PORT, b'127.0.0.1:%d' % PORT, b'CONNECT'), ok),
}
for method in 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PATCH':
    TRIES[method] = (get(WS + (b'' if method in ('HEAD', 'TRACE') else b'Content-Length: 0\r\n'), b'/', method.encode()), ok)
chosen = sys.argv[3:] or TRIES
for name in chosen:
    attempt(name, *TRIES[name])
