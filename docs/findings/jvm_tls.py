"""Plays a TLS origin at localhost:19443 with each certificate named (NAME.pem, NAME.key), behind the proxy at the port that
is the first argument: prints what the client gets of an opening handshake, and what the origin sees."""
import socket, ssl, sys, threading

GET = (b'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
       b'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
for name in sys.argv[2:]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(name + '.pem', name + '.key')
    listener = socket.create_server(('127.0.0.1', 19443))
    listener.settimeout(8)
    seen = []
    def origin():
        try:
            connection = context.wrap_socket(listener.accept()[0], server_side=True)
            connection.settimeout(5)
            seen.append(connection.recv(4096).split(b'\r\n')[0] or b'TLS, and an end')
            connection.close()
        except (ssl.SSLError, OSError) as e:
            seen.append(getattr(e, 'reason', None) or type(e).__name__)
    playing = threading.Thread(target=origin)
    playing.start()
    client = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
    client.settimeout(10)
    client.sendall(GET)
    got = b''
    try:
        while octets := client.recv(4096):
            got += octets
        got += b' [end]'
    except TimeoutError:
        got += b' [nothing more in ten seconds]'
    playing.join()
    listener.close()
    print('%-12s| client: %s %s | origin: %s' % (name, got.split(b'\r\n')[0], got.split(b'\r\n\r\n')[-1], seen[0]), flush=True)
