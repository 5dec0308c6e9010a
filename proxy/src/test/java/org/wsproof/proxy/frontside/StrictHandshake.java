package org.wsproof.proxy.frontside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.RequestHead;

/** RFC 6455 §4.2.1 read once more, item by item, by code that shares none with the gateway's. */
final class StrictHandshake {
    private StrictHandshake() {}

    static boolean is(RequestHead head) {
        return head.method().equals("GET")
                && head.protocol().equals("HTTP/1.1")
                && values(head, "host").size() == 1
                && !values(head, "host").get(0).isEmpty()
                && members(head, "upgrade").equals(List.of("websocket"))
                && members(head, "connection").contains("upgrade")
                && key(values(head, "sec-websocket-key"))
                && values(head, "sec-websocket-version").equals(List.of("13"))
                && withoutContent(head);
    }

    /** 16 octets are 22 characters of base64 and the padding. */
    private static boolean key(List<String> keys) {
        return keys.size() == 1 && keys.get(0).matches("[A-Za-z0-9+/]{22}==");
    }

    private static boolean withoutContent(RequestHead head) {
        return values(head, "transfer-encoding").isEmpty()
                && values(head, "content-length").size() <= 1
                && values(head, "content-length").stream().allMatch(length -> length.matches("0{1,18}"));
    }

    private static List<String> values(RequestHead head, String name) {
        return head.fields().lines().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Field::value)
                .toList();
    }

    /** The members of a list, each named once however often it stands there. */
    private static List<String> members(RequestHead head, String name) {
        List<String> members = new ArrayList<>();
        for (String value : values(head, name)) {
            for (String member : value.split(",", -1)) {
                String text = trimmed(member).toLowerCase(Locale.ROOT);
                if (!text.isEmpty() && !members.contains(text)) {
                    members.add(text);
                }
            }
        }
        return members;
    }

    /** Without SP and HTAB around it, and nothing else (RFC 9110 §5.6.3). */
    static String trimmed(String text) {
        return text.replaceAll("^[ \t]+|[ \t]+$", "");
    }
}
