package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.policy.logic.AdditionalLogic;

class GatewayCommandTest {
    @TempDir
    Path folder;

    @Test
    void additionalLogicOutsideTheCommandIsFound() throws IOException {
        Path configuration = configuration("no-such-logic");
        assertThat(said(configuration.toString())).contains("is \"no-such-logic\"; allowed: ", "where there is none");
        assertThat(said(configuration.toString(), "--logic", compiled().toString()))
                .contains("is \"no-such-logic\"; allowed: from-outside");
    }

    @Test
    void aPlaceOfLogicThatIsNotThereIsOneLine() throws IOException {
        Called called = Called.with(
                "gateway",
                configuration("any").toString(),
                "--logic",
                folder.resolve("nothing.jar").toString());
        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).hasLineCount(1).contains("nothing.jar can't be read; expected: a jar");
    }

    /** What the gateway says by itself goes to the process's own stderr. */
    private static String said(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            String[] all = new String[arguments.length + 1];
            all[0] = "gateway";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            assertThat(Called.with(all).exit()).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path configuration(String logic) throws IOException {
        return Files.writeString(folder.resolve("gateway.yaml"), """
                multi-protocol-gateways:
                  - name: chat
                    default-backside-url: http://127.0.0.1:8080
                    front-side-handlers:
                      - http: { name: ws, address: 127.0.0.1, port: 9090 }
                    policies:
                      additional-logic: [ { name: %s } ]
                """.formatted(logic));
    }

    private Path compiled() throws IOException {
        Path source = Files.writeString(folder.resolve("FromOutside.java"), """
                import org.wsproof.proxy.policy.logic.*;

                public final class FromOutside implements AdditionalLogic {
                    public String name() {
                        return "from-outside";
                    }

                    public Decision decide(LogicQuestion question) {
                        return new Decision.Allow();
                    }
                }
                """);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(AdditionalLogic.class.getName()), "FromOutside\n");
        String[] arguments = {
            "-proc:none", "-d", "" + classes, "-cp", System.getProperty("java.class.path"), "" + source
        };
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(exit).isZero();
        return classes;
    }
}
