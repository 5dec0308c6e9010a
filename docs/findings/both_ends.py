"""Both ends send a mebibyte and end at once: python3 both_ends.py PROXY-PORT ORIGIN-PORT. Counts what arrived whole."""
import collections, socket, sys, threading
proxy, origin = int(sys.argv[1]), int(sys.argv[2])
MEBIBYTE = b'\x82\x7e\x03\xfc' + bytes(1020)
MEBIBYTE *= 1024
ASK = (b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
       b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
YES = (b'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
       b'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n')
listener = socket.create_server(('127.0.0.1', origin))

def head(end):
    octets = b''
    while b'\r\n\r\n' not in octets:
        octets += end.recv(1)

def run(end, got, name):
    def send():
        try:
            end.sendall(MEBIBYTE)
            end.shutdown(socket.SHUT_WR)
        except OSError:
            pass
    sender = threading.Thread(target=send)
    sender.start()
    count = 0
    try:
        while octets := end.recv(65536):
            count += len(octets)
    except OSError:
        pass
    sender.join()
    end.close()
    got[name] = 'whole' if count == len(MEBIBYTE) else 'cut'

seen = collections.Counter()
for i in range(100):
    got = {}
    def serve():
        end = listener.accept()[0]
        head(end)
        end.sendall(YES)
        run(end, got, 'origin')
    served = threading.Thread(target=serve)
    served.start()
    client = socket.create_connection(('127.0.0.1', proxy))
    client.sendall(ASK)
    head(client)
    run(client, got, 'client')
    served.join()
    seen['client gets it %s, origin gets it %s' % (got['client'], got['origin'])] += 1
for what, count in sorted(seen.items()):
    print(count, what)
