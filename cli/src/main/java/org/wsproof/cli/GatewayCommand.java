package org.wsproof.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wsproof gateway}: runs the bundled gateway until it is told to stop. */
@Command(
        name = "gateway",
        description = "Runs the bundled gateway from a configuration file, until it is interrupted.",
        footer = {"", "Example:", "  ./wsproof gateway gateway.yaml"})
final class GatewayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "The gateway's configuration, a YAML file.")
    private Path config = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("wsproof.log", System.getProperty("wsproof.log", "INFO"));
        org.wsproof.proxy.Main.main(new String[] {config.toString()});
        // It runs on threads of its own; the signal that stops it ends this virtual machine.
        new CountDownLatch(1).await();
        return 0;
    }
}
