"""What a pool makes of an origin that ends each connection behind its answer: python3 stale.py PROXY-PORT ORIGIN-PORT."""
import socket, sys, threading, time
proxy, origin = int(sys.argv[1]), int(sys.argv[2])
OK=b'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
listener=socket.create_server(('127.0.0.1',origin))
def serve():
    while True:
        c=listener.accept()[0]
        def one(c=c):
            try:
                while b'\r\n\r\n' not in c.recv(65536): pass
                c.sendall(OK); c.close()   # kept alive by its answer, and ended at once
            except OSError: pass
        threading.Thread(target=one,daemon=True).start()
threading.Thread(target=serve,daemon=True).start()
seen={}
for i in range(300):
    k=socket.create_connection(('127.0.0.1',proxy))
    for n in range(2):
        k.sendall(b'GET / HTTP/1.1\r\nHost: x\r\n\r\n')
        k.settimeout(5)
        s=k.recv(65536)[:12]
        seen[s]=seen.get(s,0)+1
        if not s: break
    k.close()
print(seen)
