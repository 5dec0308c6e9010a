package org.wsproof.conformance.relay.fault;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.wire.Head.Field;

/** Fields that the relay knows nothing of: a sound one leaves them, and their order, alone (RFC 9110 §5.1, §5.3). */
public final class UnknownFields {
    private final Faults faults;

    public UnknownFields(Faults faults) {
        this.faults = faults;
    }

    /** What is left of the fields of a head. */
    public List<Field> left(List<Field> fields) {
        if (faults.has(Fault.DROPS_UNKNOWN_FIELDS)) {
            return fields.stream().filter(field -> !unknown(field)).toList();
        }
        return faults.has(Fault.REVERSES_REPEATED_FIELDS) ? reversed(fields) : fields;
    }

    private static boolean unknown(Field field) {
        return field.name().regionMatches(true, 0, "X-", 0, 2);
    }

    /** Each line takes the place of one of the same name; all others stay where they are. */
    private static List<Field> reversed(List<Field> fields) {
        List<Field> turned = new ArrayList<>(fields);
        for (int at = 0; at < fields.size(); at++) {
            Field field = fields.get(at);
            List<Field> same = fields.stream()
                    .filter(other -> other.name().equalsIgnoreCase(field.name()))
                    .toList();
            if (unknown(field)) {
                turned.set(at, same.get(same.size() - 1 - same.indexOf(field)));
            }
        }
        return turned;
    }
}
