package org.wsproof.reference.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Starts one gateway for each properties file that is named as an argument, all in this virtual machine; all of what a
 * gateway does is in its file.
 */
public final class Main {
    private Main() {}

    public static void main(String[] files) {
        List<ConfigurableApplicationContext> running = new ArrayList<>();
        for (String file : files) {
            running.add(new SpringApplicationBuilder(Gateway.class)
                    .web(WebApplicationType.REACTIVE)
                    .properties("spring.config.location=file:" + file)
                    .run());
        }
        running.forEach(gateway ->
                System.out.println("ready: port " + gateway.getEnvironment().getProperty("local.server.port")));
    }

    /** The starter configures everything. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Gateway {}
}
