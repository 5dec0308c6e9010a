package org.wsproof.conformance.relay.fault;

import java.util.Locale;

/** One change each that makes the sound relay unsound: what a case names as its counter-example. */
public enum Fault {
    // Handshake: the request.
    ANSWERS_WRONG_ACCEPT("puts the accept value of another key into the 101 it relays"),
    CONNECTION_EXACT_MATCH("takes a request for an upgrade only if its Connection value is exactly upgrade"),
    FIRST_CONNECTION_LINE_ONLY("looks only at the first Connection line of a request for the upgrade option"),
    CASE_SENSITIVE_TOKENS("compares Upgrade and websocket in the request with their letter case"),
    CASE_SENSITIVE_NAMES("finds Connection and Upgrade of a request only under these very spellings"),
    DUPLICATES_KEY("sends Sec-WebSocket-Key twice to the origin"),
    KEEPS_FIRST_LINE_ONLY("of several Sec-WebSocket-Protocol lines in a request forwards the first only"),
    DECODES_TARGET("percent-decodes the request target before it forwards it"),
    HEAD_IN_ONE_READ("takes what the first read of a leg brings for the whole head: incomplete means 400 or 502"),
    UPGRADES_FIRST_REQUEST_ONLY("takes the later requests of a client connection for plain HTTP"),
    STRIPS_EXTENSIONS_FROM_REQUEST("removes Sec-WebSocket-Extensions from the request only"),
    MENDS_KEY("puts a key of its own where the client's is missing or malformed"),
    INVENTS_LENGTH_ON_UPGRADE("adds Content-Length: 0 to an opening handshake"),
    REFUSES_ABSOLUTE_FORM("answers 400 to a request target in absolute form"),
    // Handshake: the answer.
    ANSWER_EXACT_MATCH("takes a 101 for valid only if its Connection value is exactly upgrade"),
    DUPLICATES_ACCEPT("relays Sec-WebSocket-Accept twice"),
    DUPLICATES_UPGRADE("relays the Upgrade field of a 101 twice"),
    DROPS_UPGRADE_FROM_101("relays a 101 without its Upgrade field"),
    DROPS_CONNECTION_FROM_101("relays a 101 without a Connection field"),
    ANSWERS_FIRST_SUBPROTOCOL("names the first offered subprotocol in the 101 instead of the origin's choice"),
    INVENTS_SUBPROTOCOL("adds an empty Sec-WebSocket-Protocol to a 101 that has none"),
    STRIPS_EXTENSIONS_FROM_ANSWER("removes Sec-WebSocket-Extensions from the 101 only"),
    FIRST_INTERIM_IS_FINAL("takes the first 1xx for the final answer, and ends the backside"),
    SWALLOWS_INTERIM("does not relay 1xx responses"),
    REFUSES_EXPECT("answers 417 to a request with an Expect field"),
    RELAYS_UNASKED_101("relays a 101 to a request that asked for no upgrade"),
    ACCEPTS_101_WITHOUT_UPGRADE("takes a 101 without an Upgrade field for a switch and relays it"),
    ACCEPTS_OTHER_PROTOCOL("takes a 101 with another Upgrade token than the one asked for for a switch and relays it"),
    CONTENT_LENGTH_ON_101_HONOURED("takes Content-Length on a 101 for a body, and drops what follows it"),
    KEEPS_CONTENT_LENGTH_ON_101("relays a 101's Content-Length to the client (the octets are handled right)"),
    TRANSFER_ENCODING_ON_101_HONOURED("takes Transfer-Encoding: chunked on a 101 for a body"),
    KEEPS_TRANSFER_ENCODING_ON_101("relays a 101's Transfer-Encoding to the client"),
    CAPS_ANSWER_HEAD("refuses answer heads over 8 KiB with 502"),
    JOINS_SET_COOKIE("joins the Set-Cookie lines of an answer into one"),
    NO_ANSWER_TIMER("waits for the origin's answer for ever"),
    ANSWER_TIMER_LATE("answers 504 only after twice the handshake timeout"),
    KEEPS_BACKSIDE_AFTER_BAD_101("answers 502 to a bad 101 but leaves the backside connection open"),
    HANDSHAKE_TIMER_STAYS("the handshake timer runs on and ends the tunnel when it fires"),
    ACCEPTS_101_IN_HTTP_1_0("takes a 101 in HTTP/1.0 for a switch and relays it"),
    CLOSE_IN_ANSWER_ENDS_TUNNEL("relays the 101 and then ends both legs where the 101 has a close connection option"),
    CHECKS_ACCEPT("answers 502 where a 101's accept value is not the one for the key"),
    COMPUTES_ACCEPT("puts the accept value that it computes itself into the 101 it relays"),
    INVENTS_LENGTH_ON_101("adds Content-Length: 0 to a 101"),
    // Methods and bodies.
    UPGRADES_ANY_METHOD("forwards the Upgrade and tunnels whatever the method (CONNECT aside)"),
    UPGRADES_HTTP_1_0("forwards the Upgrade of an HTTP/1.0 request"),
    UPGRADES_WITHOUT_OPTION("forwards Upgrade though the request's Connection lacks the option"),
    FORWARDS_H2C("forwards an Upgrade that names another protocol, its Connection option with it"),
    REFUSES_OTHER_UPGRADES("answers 501 to an Upgrade that does not name websocket"),
    SERVES_AFTER_CONNECT("refuses CONNECT, but keeps the connection and serves what follows"),
    TUNNELS_CONNECT("answers 200 to CONNECT and relays what follows to the origin"),
    CLOSE_ENDS_TUNNEL("relays the 101 and then ends both legs where the request had a close connection option"),
    REFUSES_CONTENT_LENGTH_ZERO("takes any Content-Length on an upgrade for a body: 400"),
    BODY_BECOMES_FRAMES("forwards an upgrade without its Content-Length, its body as tunnel octets"),
    WAITS_FOR_BODY("waits without a timer for the end of an upgrade's chunked body"),
    // Refusals.
    TUNNELS_ON_INTENT("relays octets both ways once an upgrade was forwarded, whatever the origin answers"),
    UPGRADE_FIELD_IS_ACCEPTANCE("takes any answer below 400 with an Upgrade field for a switch"),
    FLATTENS_REFUSALS("turns each 4xx or 5xx answer to an upgrade into 502"),
    DROPS_REFUSAL_BODY("relays a 4xx or 5xx answer to an upgrade with Content-Length: 0 and no body"),
    DROPS_UPGRADE_FROM_426("relays a 426 without its Upgrade field"),
    HANGS_AFTER_REFUSAL("stops reading the client's connection after an origin's non-101 answer to an upgrade"),
    RELAYS_EARLY_OCTETS("relays what came with an upgrade's head to the origin before its answer"),
    HANGS_WHEN_REFUSED("never answers where the origin refuses the connection"),
    SILENT_WHEN_REFUSED("closes the client's connection without an answer where the origin refuses the connection"),
    HANGS_ON_EOF("never answers where the origin ends the connection without an answer"),
    HANGS_ON_EARLY_RESET("never answers where the origin resets the connection before its answer"),
    RETRIES_ON_EOF("asks the origin anew, up to five times, where it ends the connection without an answer"),
    RELAYS_GARBAGE("relays an answer that is no HTTP as it stands, then ends"),
    FOLLOWS_REDIRECTS("asks for the Location of a 302 itself, and relays that answer"),
    KEEPS_UPGRADE_IN_REFUSAL("relays the Upgrade field of any refusal, its connection option with it"),
    // Fields.
    NO_VIA("adds no Via"),
    FORWARDS_NOMINATED_FIELDS("forwards the fields that the request's Connection names"),
    NOMINATES_BY_EXACT_CASE("removes nominated fields only where name and option agree in letter case"),
    KEEPS_NOMINATED_IN_ANSWER("relays the fields that the 101's Connection names"),
    FORWARDS_HOP_BY_HOP("forwards Keep-Alive, Proxy-Connection and TE"),
    REWRITES_ORIGIN("replaces the Origin field's value by the frontside's own origin"),
    DROPS_AUTHORIZATION("forwards no Authorization"),
    DUPLICATES_COOKIE("forwards Cookie twice"),
    OPENS_ANY_VERSION("forwards version 13 whatever version an opening handshake asks for"),
    OPENS_BY_ANY_METHOD("forwards an opening handshake by any method as a GET"),
    NOMINATED_TAKES_OWN("adds no field of its own that the request's Connection names"),
    FORWARDS_PROXY_AUTHORIZATION("forwards Proxy-Authorization"),
    FORWARDS_CLIENTS_CLAIMS("forwards Forwarded, X-Real-IP and X-Forwarded-* of the client, and adds none"),
    FORWARDS_X_REAL_IP("forwards the client's X-Real-IP"),
    DUPLICATES_HOST("sends Host twice to the origin"),
    TAKES_FIRST_KEY("of several keys or versions in a request forwards the first only"),
    FORWARDS_UPGRADE_LIST("forwards an Upgrade list as it came where websocket is in it"),
    RELAYS_HOP_BY_HOP("relays Keep-Alive and Proxy-Connection of a 101"),
    // Smuggling: the form of a head.
    TAKES_SPACE_BEFORE_COLON("takes a field line with white space before the colon, and forwards it"),
    TAKES_FOLDS("takes folded field lines, and forwards what is folded as a line of its own"),
    TAKES_SPACE_BEFORE_FIRST_FIELD("takes a first field line that begins with white space, and forwards it"),
    TAKES_BARE_CR("takes a CR without LF in a field value, and forwards it"),
    TAKES_NUL("takes a NUL in a field value, and forwards it"),
    TAKES_BARE_LF("takes an LF without CR for the end of a line"),
    TAKES_SURPLUS_WORDS("takes a request line of more than three words"),
    TAKES_ANY_FIELD_NAME("takes and forwards field names that are no tokens"),
    TAKES_NO_HOST("takes a request without Host"),
    TAKES_TWO_HOSTS("takes a request with two Host fields, and forwards both"),
    TAKES_ANY_HOST("takes any value for a Host, and forwards it"),
    KEEPS_HOST_BESIDE_ABSOLUTE_FORM("forwards the Host field beside a request target in absolute form"),
    SILENT_ON_BAD_HEAD("closes the connection without an answer where a head is malformed"),
    NORMALISES_PATH("removes dot segments from a path before it forwards it"),
    REFUSES_DOT_SEGMENTS("answers 400 where a path has dot segments"),
    // Smuggling: where content ends.
    TAKES_LENGTH_AND_CHUNKED("takes the chunks of a request that also states a length, and forwards both fields"),
    TAKES_ANY_TRANSFER_CODING("takes a request whose last transfer coding is not chunked for one without content"),
    TAKES_ODD_LENGTHS("takes the first digits in the first Content-Length for the length"),
    TAKES_EQUAL_LENGTHS("takes several Content-Length fields of one value, and forwards them all"),
    // Smuggling: what is behind a head.
    TRUSTS_OTHER_VERSIONS("relays octets both ways once it forwarded an opening handshake of another version"),
    FORWARDS_CONTENT_WITHOUT_LENGTH("forwards an upgrade's content behind its head, but not its Content-Length"),
    LEAVES_CONTENT_OWED(
            "announces an upgrade's content, does not send it, and asks the next request on that backside connection"),
    REUSES_BACKSIDE_UNREAD("asks the next request on a backside connection that has octets left over"),
    // Smuggling: limits.
    FORWARDS_FIRST_FIELDS_ONLY("forwards the first 200 fields of a request, and drops the others"),
    CUTS_LARGE_VALUES("forwards the first 8 KiB of a field value in a request"),
    CUTS_LONG_TARGETS("forwards the first 8 KiB of a request target"),
    NO_HEAD_TIMER("waits for the rest of a request's head for ever"),
    // The tunnel's octets.
    LOSES_OCTETS_BEHIND_101("drops what came in the same read behind the 101's head"),
    OCTETS_BEHIND_101_TWICE("delivers what came behind the 101's head twice"),
    LOSES_EARLY_OCTETS("drops what came in the same read behind the request's head"),
    DROPS_TINY_FRAMES("drops data frames (opcode 1, 2) with a payload of 0 or 1 octet"),
    CUTS_AT_125("cuts the last octet of data frames with a payload of exactly 125 octets"),
    WIDENS_LENGTHS("rewrites the header of data frames of 126 to 65535 octets with a 64-bit length"),
    CAPS_FRAMES_AT_64K("ends both legs at a frame that declares 65536 octets or more"),
    JOINS_FRAGMENTS("joins the fragments of a message into one frame"),
    FINISHES_EACH_FRAGMENT("sets FIN on each fragment of a message"),
    MOVES_CONTROL_FRAMES("delivers control frames that came between fragments after the message"),
    CLEARS_RSV("clears the RSV bits"),
    RSV_ON_EVERY_FRAGMENT("sets RSV1 on the continuation frames of a message whose first frame has it"),
    MASKS_ANEW("gives client frames with a payload of 200 to 300 octets a new masking key"),
    UNMASKS_CLIENT_FRAMES("forwards client frames with a payload of 200 to 300 octets without mask"),
    MASKS_ORIGIN_FRAMES("masks origin frames with a payload of 200 to 300 octets"),
    READS_HTTP_IN_TUNNEL("drops frames whose payload, as it stands on the wire, begins with GET or HTTP/"),
    SWAPS_FRAMES("swaps a frame and the next: the 5,000th from the client, the 4,000th from the origin"),
    WAITS_FOR_CLIENT("holds back the origin's text frames until the client has sent something in the tunnel"),
    TRUNCATES_CONTROL_FRAMES("cuts the payload of control frames to 100 octets"),
    CLOSES_ON_RESERVED_OPCODE("at a reserved opcode sends Close 1002 to both ends and ends both legs"),
    ENDS_ON_RESERVED_OPCODE("at a reserved opcode ends both legs without a Close"),
    CLOSES_ON_BAD_UTF8("at a text message that is not UTF-8 sends Close 1007 to both ends and ends both legs"),
    ENDS_ON_BAD_UTF8("at a text message that is not UTF-8 ends both legs without a Close"),
    ENDS_ON_UNMASKED_CLIENT_FRAME("ends both legs at a frame from the client that has no mask"),
    ENDS_ON_MASKED_ORIGIN_FRAME("ends both legs at a frame from the origin that has a mask"),
    ENDS_ON_GIANT_FRAME(
            "ends both legs at a frame that declares 2^31 octets or more, for want of an array of that size"),
    SHORTENS_LENGTHS("writes each frame's length in its shortest form"),
    ENDS_ON_FRAGMENTED_CONTROL_FRAME("ends both legs at a control frame without FIN"),
    ENDS_ON_FRAGMENTS_OUT_OF_SEQUENCE(
            "ends both legs at a continuation that continues nothing, or a new message within another"),
    // Close and ends.
    REWRITES_CLOSE_CODE("replaces the codes 4000 to 4999 in a Close by 1000"),
    FILLS_EMPTY_CLOSE("puts the code 1005 into a Close without a body"),
    SENDS_1006("sends a Close 1006 to the origin where the client ends without a Close"),
    LOSES_TAIL_AT_FIN("drops the last 1,024 octets it has read of a direction when that direction ends"),
    ENDS_AFTER_CLOSE("ends both legs one second after it relayed a Close"),
    ANSWERS_PINGS("answers a Ping by itself with a Pong and does not relay it"),
    FIN_ENDS_BOTH("ends both legs at the first FIN"),
    HOLDS_FIN("does not pass a FIN on"),
    RESET_IGNORED("leaves the other leg alone when one is reset"),
    CLIENT_LEAVE_UNSEEN("does not notice a client that resets before the origin has answered"),
    REPLACES_LATER_CODES("replaces the codes 1012 to 3999 in a Close, which RFC 6455 does not define, by 1000"),
    CLOSES_ON_INVALID_CODE(
            "at a Close with a code that is not to be sent sends Close 1002 to both ends and ends both legs"),
    EMPTIES_SHORT_CLOSE("cuts the body of a Close that has one octet"),
    REPAIRS_REASON("replaces what is not UTF-8 in the reason of a Close by U+FFFD"),
    RELAYS_ONE_CLOSE("relays the first Close of a tunnel, whichever end it comes from, and no other"),
    DROPS_FRAMES_AFTER_CLOSE("drops the frames that an end sends behind its Close"),
    ENDS_AT_CLOSE("ends both legs as soon as it has relayed a Close"),
    SENDS_1011("sends a Close 1011 to the client where the origin ends without a Close"),
    DROPS_UNASKED_PONGS("drops Pongs as long as there was no Ping in the tunnel"),
    BUSY_END_UNSEEN("does not notice how a tunnel's ends leave once it has carried 128 KiB"),
    HTTP_IN_TUNNEL("tells the client of a tunnel that was reset or idle by a 502 in it"),
    REFUSES_AFTER_RESETS("answers 503 for a second once eight origins have reset within a second"),
    REUSES_TUNNEL_CONNECTION("sends a plain request on the origin's connection of a tunnel that its client has ended"),
    REFUSES_101_ON_REUSED(
            "answers 502 to an upgrade on an origin's connection that has served a GET of the same User-Agent before"),
    USES_ENDED_CONNECTION(
            "sends an upgrade on the origin's connection of an earlier GET of the same User-Agent, ended or not"),
    WAITS_FOR_CONTENT_OF_304("takes Content-Length on a 304 for content to come"),
    // Neighbours.
    RESET_ENDS_ALL("with 50 tunnels open a reset of one ends all"),
    CROSSES_TUNNELS(
            "with 30 tunnels open delivers a client's octets to the origin of the tunnel opened before its own"),
    GARBAGE_ENDS_ALL("ends all tunnels at a reserved opcode 11 with all RSV bits from a client"),
    STALL_STOPS_ALL("while one tunnel's client stops reading writes to no other"),
    PENDING_FILL_UP("asks the origin at most 16 requests at a time: the others wait"),
    TUNNELS_EAT_HTTP("with 40 tunnels open leaves plain requests waiting"),
    REFUSES_NOW_AND_THEN("answers each 150th upgrade with 503"),
    // Idle.
    IDLE_OFF("no idle timeout"),
    IDLE_EARLY("the idle timeout strikes at half its time"),
    IDLE_LEAVES_ORIGIN("at the idle timeout ends only the client's leg"),
    IDLE_COUNTS_CLIENT_ONLY("only octets from the client count as activity"),
    IDLE_COUNTS_ORIGIN_ONLY("only octets from the origin count as activity"),
    IDLE_IGNORES_CONTROL_FRAMES("Ping and Pong do not count as activity"),
    IDLE_COUNTS_WHOLE_FRAMES("octets count as activity only when they complete a frame"),
    HALF_OPEN_FOREVER("no idle timeout once one direction has ended"),
    REQUEST_TIMER_STAYS(
            "where an upgrade was not a connection's first request, the timer for requests ends the tunnel at twice the idle time"),
    STALLS_ADD_UP("ends both legs when the writes of one direction have waited for the idle time in all"),
    // TLS on the frontside.
    CLEAR_AFTER_101("writes the origin's tunnel octets in clear onto the frontside's TCP connection"),
    ENDS_WITHOUT_CLOSE_NOTIFY("ends the client's direction of a tunnel by a FIN alone, without close_notify"),
    SAYS_HTTP_FOR_HTTPS("sends X-Forwarded-Proto: http for a client that came over TLS"),
    // TLS on the backside.
    ACCEPTS_ANY_CERTIFICATE("validates nothing in the validated profile"),
    CHECKS_NO_HOST("does not check the host name"),
    CHECKS_NO_DATES("does not check the validity period"),
    TRUSTS_SELF_SIGNED("trusts a certificate that is its own issuer"),
    TRUSTS_ANY_ISSUER("trusts any chain of two or more, whoever signed it"),
    DISTRUSTS_CONFIGURED_AUTHORITY("does not trust the authority it was configured with"),
    VALIDATES_REGARDLESS("validates in the unvalidated profile too"),
    PLAIN_AFTER_101("writes the client's tunnel octets in clear onto the backside's TCP connection"),
    SNI_FROM_HOST_FIELD("sends the request's Host as TLS server name"),
    ONLY_TLS_1_2("speaks TLS 1.2 alone to the origin"),
    ONLY_TLS_1_3("speaks TLS 1.3 alone to the origin"),
    OFFERS_H2("offers h2 before http/1.1 in ALPN, and speaks HTTP/1.1 whatever is chosen"),
    // Flow control.
    HOLDS_ALL("reads without limit while the other leg is stalled and holds everything"),
    LOSES_AFTER_STALL("drops what it holds when the other leg has taken nothing for 500 ms"),
    STALL_STOPS_BOTH("while one direction is stalled reads neither"),
    HOLDS_EARLY_OCTETS("while the origin's answer is awaited reads the client without limit and holds everything"),
    // Policy.
    REFUSES_200("refuses what the authority answers 200 to"),
    TAKES_403_ALONE_FOR_NO("goes on when the authority answers 401 or 429"),
    DOES_NOT_WAIT_FOR_AUTHORITY("asks the authority and goes on without its answer"),
    LETS_IN_ON_AUTHORITY_ERROR("goes on when the authority answers 500 or above"),
    LETS_IN_ON_REDIRECT("goes on when the authority answers 204 or 302"),
    LETS_IN_ON_GARBAGE("goes on when the authority's answer is no HTTP"),
    LETS_IN_UNANSWERED("goes on when the authority ends the connection without an answer"),
    LETS_IN_ON_SILENCE("goes on when the authority has not answered in time"),
    LETS_IN_WHEN_AUTHORITY_IS_DOWN("goes on when the authority refuses the connection"),
    AUTHORITY_TIMER_LATE("waits for the authority four times as long as it says"),
    ASKS_AUTHORITY_ONCE("asks the authority only about the first request of a client's connection"),
    FLATTENS_DENIALS("answers 500 whatever the authority refused with"),
    TELLS_AUTHORITY_DECODED_TARGET("tells the authority the request target percent-decoded"),
    TELLS_AUTHORITY_THE_KEY("sends Sec-WebSocket-* to the authority"),
    ASKS_AUTHORITY_TO_UPGRADE("sends Connection, Upgrade and Sec-WebSocket-* to the authority"),
    AUTHORITY_SEES_NO_CREDENTIALS("sends neither Authorization nor Cookie nor Origin to the authority"),
    AUTHORITY_GETS_EARLY_OCTETS("relays what came with an upgrade's head to the authority"),
    // Drain, reload and leaks.
    DRAIN_KEEPS_ACCEPTING("goes on accepting connections when it drains"),
    DRAIN_WAITS_FOR_TUNNELS("waits in a drain for the tunnels' own end, however long"),
    DRAIN_WAITS_FOR_WRITERS("begins a drain's time only when every tunnel has taken its Close"),
    DRAIN_SAYS_NOTHING("says no Close in a drain"),
    DRAIN_RESETS("resets both legs of every tunnel at once in a drain"),
    DRAIN_CLOSES_IN_MID_FRAME("puts a drain's Close where the direction stands, be it inside a frame"),
    RELOAD_ENDS_TUNNELS("ends the open tunnels at a reload"),
    RELOAD_STOPS_ACCEPTING("accepts no connection any more behind a reload"),
    LEAKS_ENDED_TUNNELS("never closes the connections of a tunnel whose both directions have ended"),
    KEEPS_BACKSIDE_AFTER_REFUSAL("leaves the backside connection open behind an origin's refusal of an upgrade"),
    LEAKS_ABORTED_CLIENTS("never closes the connection of a client that resets before it was answered");

    private final String change;

    Fault(String change) {
        this.change = change;
    }

    /** The permanent name that cases use. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-').replace("http-1-0", "http-1.0");
    }

    /** What the relay does wrong with it, in one line; the relay is the subject. */
    public String change() {
        return change;
    }

    /**
     * The fault of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Fault of(String slug) {
        for (Fault fault : values()) {
            if (fault.slug().equals(slug)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("the sound relay has no fault named '" + slug + "'");
    }
}
