# The gateway's own image. Build the jar first (./wsproof --version does), then: docker build -t wsproof-gateway .
FROM eclipse-temurin:17-jre

COPY cli/target/wsproof.jar /opt/wsproof/wsproof.jar

# Nobody's in particular, and not root's; what is mounted must be readable for it.
USER 10001:10001

# Of the configuration's admin listener. The image has bash, but not for certain curl.
ENV ADMIN_PORT=9990
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=2 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$ADMIN_PORT && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]

# Java is the container's first process, and SIGTERM drains it.
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "/opt/wsproof/wsproof.jar", "gateway"]
CMD ["/etc/wsproof/gateway.yaml"]
