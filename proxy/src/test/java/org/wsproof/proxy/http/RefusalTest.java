package org.wsproof.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    static List<Refusal> everyRefusal() {
        return List.of(
                new Refusal.UrlTooLong(16),
                new Refusal.TooManyFields(3),
                new Refusal.FieldsTooLarge(128),
                new Refusal.BadRequest("Exactly one Host field is required."),
                new Refusal.UnknownTransferCoding(),
                new Refusal.VersionNotSupported(),
                new Refusal.Http10NotAllowed(),
                new Refusal.MethodNotAllowed(new LinkedHashSet<>(List.of("GET", "PUT"))),
                new Refusal.WebSocketVersionNotSupported(),
                new Refusal.Draining(),
                new Refusal.BacksideUnreachable(),
                new Refusal.BacksideAnswerInvalid(),
                new Refusal.BacksideSilent(),
                new Refusal.Unauthorized(List.of("Basic realm=\"chat\"")),
                new Refusal.Forbidden(),
                new Refusal.TooManyRequests("3"),
                new Refusal.TooManyTunnels(),
                new Refusal.Unavailable(),
                new Refusal.PolicyFailed());
    }

    @Test
    void noneIsForgottenHere() {
        assertThat(everyRefusal())
                .extracting(refusal -> (Object) refusal.getClass())
                .containsExactly((Object[]) Refusal.class.getPermittedSubclasses());
    }

    @Test
    void eachHasTheStatusThatHttpGivesIt() {
        assertThat(everyRefusal())
                .extracting(refusal -> refusal.answer().status())
                .containsExactly(
                        414, 431, 431, 400, 501, 505, 426, 405, 426, 503, 502, 502, 504, 401, 403, 429, 503, 503, 500);
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void eachIsOneLineOfTextForPeople(Refusal refusal) {
        assertThat(refusal.answer().body()).matches("[\\x20-\\x7e]+\\.");
        assertThat(refusal.answer().reason()).matches("[A-Z][A-Za-z -]+");
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void a426NamesWhatToUpgradeToAndA405WhatIsAllowed(Refusal refusal) {
        Refusal.Answer answer = refusal.answer();
        boolean upgrades = answer.status() == 426;

        assertThat(answer.fields().has("Upgrade")).isEqualTo(upgrades);
        assertThat(answer.fields().tokens("Connection")).isEqualTo(upgrades ? List.of("upgrade") : List.of());
        assertThat(answer.fields().has("Allow")).isEqualTo(answer.status() == 405);
    }

    @Test
    void theFieldsAreThoseOfTheRefusal() {
        assertThat(new Refusal.Http10NotAllowed().answer().fields())
                .isEqualTo(Fields.of("Connection", "Upgrade", "Upgrade", "HTTP/1.1"));
        assertThat(new Refusal.WebSocketVersionNotSupported().answer().fields())
                .isEqualTo(Fields.of("Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Version", "13"));
        assertThat(new Refusal.MethodNotAllowed(Set.of("GET")).answer().fields())
                .isEqualTo(Fields.of("Allow", "GET"));
    }
}
