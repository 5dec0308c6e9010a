package org.wsproof.cli.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The document in AsyncAPI 3.0: one channel, on which the service behind the gateway receives and sends messages of which
 * nobody here knows more than that they are text or binary.
 */
record AsyncApi(Service service) {
    private static final String CHANNEL = "websocket";
    private static final List<String> MESSAGES = List.of("text", "binary");

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", service.title())
                .put("version", service.version())
                .put("description", new HowToConnect(service).text());
        ObjectNode servers = document.putObject("servers");
        for (PublicAddress address : service.addresses()) {
            server(servers, address);
        }
        channel(document.putObject("channels").putObject(CHANNEL));
        ObjectNode operations = document.putObject("operations");
        operation(operations.putObject("fromClient"), "receive", "What a client sends.");
        operation(operations.putObject("toClient"), "send", "What a client is sent.");
        components(document.putObject("components"));
        return document;
    }

    private void server(ObjectNode servers, PublicAddress address) {
        String name = address.scheme() + "-" + (servers.size() + 1);
        ObjectNode server =
                servers.putObject(name).put("host", address.authority()).put("protocol", address.scheme());
        // A list here is one of alternatives: what is wanted beside the first credential is told by the channel's
        // binding.
        service.rules().credentials().stream()
                .limit(1)
                .forEach(each ->
                        reference(server.putArray("security"), "#/components/securitySchemes/" + each.header()));
    }

    private void channel(ObjectNode channel) {
        channel.put("address", service.path());
        ObjectNode messages = channel.putObject("messages");
        MESSAGES.forEach(each -> messages.putObject(each).put("$ref", "#/components/messages/" + each));
        ObjectNode binding = channel.putObject("bindings").putObject("ws").put("method", "GET");
        headers(binding.putObject("headers").put("type", "object"));
        binding.put("bindingVersion", "0.1.0");
    }

    /** Those that a client chooses: what a library sends by itself is the protocol's, and no part of this format. */
    private void headers(ObjectNode headers) {
        ObjectNode properties = headers.putObject("properties");
        for (Credential each : service.rules().credentials()) {
            properties.putObject(each.header()).put("type", "string").put("description", each.description());
        }
        for (HandshakeField field : HandshakeField.of(service)) {
            if (!field.library()) {
                ObjectNode property = properties.putObject(field.name());
                property.put("type", "string").put("description", field.description());
                if (!field.values().isEmpty()) {
                    ArrayNode values = property.putArray("enum");
                    field.values().forEach(values::add);
                }
            }
        }
        List<Credential> required = service.rules().credentials().stream()
                .filter(Credential::required)
                .toList();
        if (!required.isEmpty()) {
            ArrayNode names = headers.putArray("required");
            required.forEach(each -> names.add(each.header()));
        }
    }

    private static void operation(ObjectNode operation, String action, String summary) {
        operation.put("action", action).put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + CHANNEL);
        ArrayNode messages = operation.putArray("messages");
        MESSAGES.forEach(each -> reference(messages, "#/channels/" + CHANNEL + "/messages/" + each));
    }

    private void components(ObjectNode components) {
        ObjectNode messages = components.putObject("messages");
        messages.putObject("text")
                .put("summary", "A text message, passed on as it is.")
                .put("contentType", "text/plain")
                .putObject("payload")
                .put("type", "string");
        messages.putObject("binary")
                .put("summary", "A binary message, passed on as it is.")
                .put("contentType", "application/octet-stream")
                .putObject("payload")
                .put("type", "string")
                .put("format", "binary");
        if (!service.rules().credentials().isEmpty()) {
            ObjectNode schemes = components.putObject("securitySchemes");
            service.rules().credentials().forEach(each -> scheme(schemes.putObject(each.header()), each));
        }
    }

    private static void scheme(ObjectNode scheme, Credential credential) {
        scheme.put("type", "httpApiKey")
                .put("in", "header")
                .put("name", credential.header())
                .put("description", credential.description());
    }

    private static void reference(ArrayNode list, String reference) {
        list.addObject().put("$ref", reference);
    }
}
