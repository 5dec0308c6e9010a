package org.wsproof.conformance.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.wsproof.conformance.model.Basis;

/** The kit's contracts, as {@code docs/contracts.md} words them. */
public record Contracts(Map<String, String> texts) {
    private static final String FILE = "contracts.md";

    /** Those that were packed with the kit. */
    public static Contracts packed() {
        try (InputStream in = Objects.requireNonNull(Contracts.class.getResourceAsStream(FILE), FILE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contracts of(String file) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String section : file.split("(?m)^## ", -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                texts.put(
                        section.substring(0, end).strip(),
                        section.substring(end).strip().replaceAll("\\s+", " "));
            }
        }
        return new Contracts(texts);
    }

    /** What a contract says, in one line; "" where the basis is an RFC. */
    public String text(Basis basis) {
        return basis instanceof Basis.Contract contract ? texts.getOrDefault(contract.anchor(), "") : "";
    }
}
