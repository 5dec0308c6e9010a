package org.wsproof.proxy.config.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM text (RFC 7468); what stands around them is a comment. */
final class PemBlock {
    private PemBlock() {}

    /** What stands between the first and the last line of each block with that label. */
    static List<String> all(String text, String label) {
        Matcher matcher = Pattern.compile(
                        "-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(text);
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /**
     * The octets that a block stands for.
     *
     * @throws IllegalArgumentException if it is no base64
     */
    static byte[] octets(String block) {
        return Base64.getDecoder().decode(block.replaceAll("\\s", ""));
    }
}
