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
                .allSatisfy(fault -> assertThat(Fault.of(fault.slug())).isEqualTo(fault));
    }

    @Test
    void anUnknownSlugIsRefused() {
        assertThatThrownBy(() -> Fault.of("nonsense")).hasMessageContaining("'nonsense'");
    }
}
