"""One end of a tunnel ends its direction, the other sends 3000 octets a moment later: python3 half_close.py PROXY-PORT ORIGIN-PORT."""
import socket, sys, time
PROXY, ORIGIN = int(sys.argv[1]), int(sys.argv[2])
GET = (b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
       b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
SWITCH = (b'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
          b'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n')
listener = socket.create_server(('127.0.0.1', ORIGIN))
for first in 'client', 'origin':
    client = socket.create_connection(('127.0.0.1', PROXY))
    client.sendall(GET)
    origin = listener.accept()[0]
    origin.recv(65536)
    origin.sendall(SWITCH)
    client.recv(65536)
    one, other = (client, origin) if first == 'client' else (origin, client)
    one.shutdown(socket.SHUT_WR)
    time.sleep(0.5)
    got = b''
    one.settimeout(3)
    try:
        other.sendall(b'x' * 1000)
        time.sleep(0.1)
        other.sendall(b'x' * 2000)
        while octets := one.recv(65536):
            got += octets
            if len(got) == 3000:
                other.close()
        ended = 'end'
    except OSError as e:
        ended = type(e).__name__
    print('the %s ended first: %d of 3000 octets reached it, then %s' % (first, len(got), ended), flush=True)
    one.close(), other.close()
