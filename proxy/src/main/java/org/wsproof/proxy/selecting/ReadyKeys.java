package org.wsproof.proxy.selecting;

import java.nio.channels.SelectionKey;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the order in which they became ready, each once. It is read, cleared and noted in; taking single ones out is not supported.
 * Nothing is allocated unless more are ready than ever before.
 *
 * <p>It departs from {@link Set} in one thing: an array that is far too long is not used. XNIO hands over the one that it was given
 * last, and clears what is behind the keys: after a thousand keys at once, a thousand places at each selection.
 */
final class ReadyKeys extends AbstractSet<SelectionKey> {
    private static final int AT_FIRST = 64;

    /** So many times as long as it had to be, an array is far too long. */
    private static final int FAR = 8;

    private @Nullable SelectionKey[] keys = new @Nullable SelectionKey[AT_FIRST];
    private int size;

    /** This key is ready. */
    void note(SelectionKey key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size] = key;
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() {
        Arrays.fill(keys, 0, size, null);
        size = 0;
    }

    /** Of those that are here now. */
    @Override
    public Iterator<SelectionKey> iterator() {
        return List.of(toArray(new SelectionKey[size])).iterator();
    }

    @Override
    public Object[] toArray() {
        return toArray(new Object[size]);
    }

    @Override
    @SuppressWarnings({"unchecked", "SuspiciousSystemArraycopy"}) // fails for arrays of what is no key, as it must
    public <T> T[] toArray(T[] into) {
        if (into.length < size) {
            return (T[]) Arrays.copyOf(keys, size, into.getClass());
        }
        if (into.length > Math.max(AT_FIRST, FAR * size)) {
            return (T[]) Arrays.copyOf(keys, Math.max(AT_FIRST, 2 * size), into.getClass());
        }
        System.arraycopy(keys, 0, into, 0, size);
        if (into.length > size) {
            endAt(into);
        }
        return into;
    }

    @SuppressWarnings("NullAway") // the contract of toArray
    private void endAt(Object[] into) {
        into[size] = null;
    }
}
