package org.wsproof.benchmarks.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.benchmarks.bench.figures.BenchReport;

final class HtmlPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    @Timeout(90)
    void aRealBrowserShowsEveryChartAndComplainsOfNothing() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium");
        Path page = folder.resolve("bench.html");
        BenchReport report = SampleReport.of(
                List.of("wsproof", "nginx", "haproxy", "caddy", "lighttpd", "apache", "direct"), 11, 10);
        try (Writer to = Files.newBufferedWriter(page)) {
            new HtmlPage().write(report, to);
        }

        String dom = dom(page);

        assertThat(Files.readString(folder.resolve("log")).lines().filter(line -> line.contains("CONSOLE")))
                .isEmpty();
        assertThat(count(dom, "<svg"))
                .as("charts")
                .isEqualTo(count(dom, "</svg>"))
                .isEqualTo(11);
        assertThat(count(dom, "<polyline")).as("lines").isEqualTo(3 * 7);
        assertThat(dom)
                .contains("9,000 tunnels", "between aim and limit", "a warning", "a { &lt;b&gt; }")
                .doesNotContain("NaN", "Infinity");
    }

    private static int count(String in, String what) {
        return in.split(what, -1).length - 1;
    }

    private String dom(Path page) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom");
        Process browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(browser.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
        return Files.readString(dom);
    }
}
