package org.wsproof.conformance.words;

import org.wsproof.conformance.model.Basis;

/** A case's basis for a reader who wants to look it up. */
public final class BasisText {
    private BasisText() {}

    /** With the RFC's own keyword: {@code RFC 9110 §7.6.1, MUST}. */
    public static String of(Basis basis) {
        String keyword = basis instanceof Basis.Rfc rfc ? rfc.keyword() : "";
        return basis + (keyword.isEmpty() ? "" : ", " + keyword);
    }

    /** Where an RFC's section can be read on the web; for a contract, its place below {@code docs}. */
    public static String address(Basis basis) {
        if (basis instanceof Basis.Rfc rfc) {
            String section = rfc.section().isEmpty() ? "" : "#section-" + rfc.section();
            return "https://www.rfc-editor.org/rfc/rfc" + rfc.number() + section;
        }
        return "contracts.md#" + ((Basis.Contract) basis).anchor();
    }
}
