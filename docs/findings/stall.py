"""A tunnel whose client reads nothing while its origin sends what it can of 240 MiB: python3 stall.py PROXY-PORT ORIGIN-PORT. Prints
what was taken in within six seconds, what of 4 MiB the other way arrived then, and what the client got once it read."""
import socket, sys, threading, time
PROXY, ORIGIN, MIB = int(sys.argv[1]), int(sys.argv[2]), 1 << 20
GET = (b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
       b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
SWITCH = (b'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
          b'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n')
sent = other = 0

def send(connection):
    global sent
    try:
        while sent < 240 * MIB:
            sent += connection.send(b'x' * 65536)
    except OSError:
        pass

def receive(connection):
    global other
    try:
        while octets := connection.recv(65536):
            other += len(octets)
    except OSError:
        pass

def small_buffers():
    end = socket.socket()
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
    return end

listener = small_buffers()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('127.0.0.1', ORIGIN))
listener.listen()
client = small_buffers()
client.connect(('127.0.0.1', PROXY))
client.sendall(GET)
origin = listener.accept()[0]
origin.recv(65536)
origin.sendall(SWITCH)
print(client.recv(4096).split(b'\r\n')[0].decode())
threading.Thread(target=send, args=[origin], daemon=True).start()
threading.Thread(target=receive, args=[origin], daemon=True).start()
time.sleep(6)
print('taken in while the client did not read: %d MiB' % (sent // MIB))
client.settimeout(3)
try:
    client.sendall(b'x' * 4 * MIB)
except OSError as e:
    print('the other way:', type(e).__name__)
time.sleep(2)
print('the other way: %d KiB of 4096' % (other >> 10))
got, until = 0, time.time() + 15
try:
    while time.time() < until and got < 240 * MIB:
        octets = client.recv(MIB)
        if not octets:
            break
        got += len(octets)
except OSError as e:
    print('client:', type(e).__name__)
print('once it read: %d MiB, and the other way %d KiB' % (got // MIB, other >> 10))
