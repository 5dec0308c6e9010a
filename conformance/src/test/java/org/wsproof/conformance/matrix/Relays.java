package org.wsproof.conformance.matrix;

import java.io.IOException;
import java.util.Optional;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.matrix.Matrix.Column;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.stage.Token;

/** Starts relays, each with an origin behind it. Starting one costs some milliseconds. */
final class Relays {
    private static final long SEED = 1;

    private final Certificates certificates = Certificates.create();

    Stage open(Column column) throws IOException {
        SoundRelay relay = column.fault().map(SoundRelay::new).orElseGet(SoundRelay::new);
        return Stage.open(relay, new Settings(SEED, Token.QUERY), certificates);
    }

    /** One that so many performances share: it is started for the first and stopped behind the last. */
    Shared shared(Column column, long performances) {
        return new Shared(column, performances);
    }

    /** A relay that is there for as long as somebody still needs it. Thread-safe. */
    final class Shared {
        private final Column column;
        // Guarded by this.
        private long left;
        private Optional<Stage> stage = Optional.empty();

        private Shared(Column column, long performances) {
            this.column = column;
            this.left = performances;
        }

        synchronized Stage take() throws IOException {
            Stage taken = stage.isPresent() ? stage.get() : open(column);
            stage = Optional.of(taken);
            return taken;
        }

        /** One performance is over. */
        synchronized void release() {
            left--;
            if (left == 0) {
                stage.ifPresent(Stage::close);
            }
        }
    }
}
