"""A client that resets before it was answered, and what the origin hears of it: python3 leave.py PROXY-PORT ORIGIN-PORT."""
import socket, struct, sys, time
proxy, origin = int(sys.argv[1]), int(sys.argv[2])
listener = socket.create_server(('127.0.0.1', origin))
listener.settimeout(8)
client = socket.create_connection(('127.0.0.1', proxy))
client.sendall(b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
asked = listener.accept()[0]
asked.settimeout(3)
print('origin is asked:', asked.recv(65536).split(b'\r\n')[0])
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
client.close()
try:
    print('three seconds after the reset, at the origin:', asked.recv(1) or 'end')
except TimeoutError:
    print('three seconds after the reset, at the origin: open')
except OSError as e:
    print('at the origin:', type(e).__name__)
