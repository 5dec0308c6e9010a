# Varnish in front of a WebSocket origin: what asks for a WebSocket is piped, as
# https://varnish-cache.org/docs/7.1/users-guide/vcl-example-websockets.html has it. Anything else goes the built-in way, which
# caches. One process and one listener a profile; {{…}} is filled in by the kit.
vcl 4.1;

backend plain {
    .host = "127.0.0.1";
    .port = "{{plain.origin-port}}";
}

# How long a pipe may be idle, pipe_timeout, is an argument of the process.
backend short_timers {
    .host = "127.0.0.1";
    .port = "{{short-timers.origin-port}}";
    .connect_timeout = 1s;
    .first_byte_timeout = 1s;
}

sub vcl_recv {
    if (local.socket == "short-timers") {
        set req.backend_hint = short_timers;
    } else {
        set req.backend_hint = plain;
    }
    if (req.http.upgrade ~ "(?i)websocket") {
        return (pipe);
    }
}

sub vcl_pipe {
    if (req.http.upgrade) {
        set bereq.http.upgrade = req.http.upgrade;
        set bereq.http.connection = req.http.connection;
    }
}
