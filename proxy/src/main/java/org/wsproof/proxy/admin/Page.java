package org.wsproof.proxy.admin;

/** Something to be seen at a path of the admin listener. Asked on a thread that may wait, several at once. */
interface Page {
    Answer answer(Question question);

    /**
     * What the client wants.
     *
     * @param query without the question mark, as it was sent; empty if there is none
     * @param accept the values of Accept, joined by commas; empty if there is none
     */
    record Question(String query, String accept) {}
}
