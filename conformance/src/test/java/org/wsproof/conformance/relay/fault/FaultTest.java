package org.wsproof.conformance.relay.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FaultTest {
    @Test
    void eachFaultHasASlugOfItsOwnByWhichItIsFound() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::slug)).doesNotHaveDuplicates();
        assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(Faults.named(fault.slug())).isEqualTo(fault));
    }

    @Test
    void anUnknownSlugIsRefused() {
        assertThatThrownBy(() -> Faults.named("nonsense")).hasMessageContaining("'nonsense'");
    }
}
