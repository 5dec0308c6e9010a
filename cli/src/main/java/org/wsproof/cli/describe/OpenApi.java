package org.wsproof.cli.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The document in OpenAPI 3.0.3: an opening handshake is a GET whose good answer is 101. 3.0 and not 3.1, because portals
 * take it that take no later one, and nothing here needs more.
 */
record OpenApi(Service service) {
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", service.title())
                .put("description", new HowToConnect(service).text())
                .put("version", service.version());
        ArrayNode servers = document.putArray("servers");
        service.addresses().forEach(address -> servers.addObject().put("url", address.server()));
        operation(document.putObject("paths").putObject(service.path()).putObject("get"));
        if (!credentials().isEmpty()) {
            ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
            credentials().forEach(each -> scheme(schemes.putObject(each.header()), each));
        }
        return document;
    }

    private List<Credential> credentials() {
        return service.rules().credentials();
    }

    private void operation(ObjectNode get) {
        get.put("operationId", "connect");
        get.put("summary", "Open a WebSocket");
        get.put("description", "The opening handshake. A WebSocket library performs it, given the address.");
        ArrayNode parameters = get.putArray("parameters");
        HandshakeField.of(service).forEach(field -> parameter(parameters.addObject(), field));
        ObjectNode responses = get.putObject("responses");
        switched(responses.putObject("101"));
        service.rules()
                .refusals()
                .forEach(refused -> refusal(responses.putObject(String.valueOf(refused.status())), refused));
        responses
                .putObject("default")
                .put("description", "The service's own answer, where it did not switch protocols.");
        security(get.putArray("security"));
    }

    /** Requirements in a list are alternatives, schemes in one requirement belong together. */
    private void security(ArrayNode alternatives) {
        ObjectNode all = alternatives.addObject();
        credentials().forEach(each -> all.putArray(each.header()));
        if (credentials().stream().anyMatch(each -> !each.required())) {
            ObjectNode fewer = alternatives.addObject();
            credentials().stream().filter(Credential::required).forEach(each -> fewer.putArray(each.header()));
        }
    }

    private static void parameter(ObjectNode parameter, HandshakeField field) {
        parameter.put("name", field.name()).put("in", "header").put("description", field.description());
        parameter.put("required", field.required());
        ObjectNode schema = parameter.putObject("schema").put("type", "string");
        if (!field.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            field.values().forEach(values::add);
        }
    }

    private static void switched(ObjectNode response) {
        response.put("description", "Switching Protocols: the WebSocket is open.");
        ObjectNode headers = response.putObject("headers");
        header(headers, "Upgrade", "websocket");
        header(headers, "Connection", "Upgrade");
        header(headers, "Sec-WebSocket-Accept", "Proves that the client's Sec-WebSocket-Key was understood.");
        header(headers, "Sec-WebSocket-Protocol", "The subprotocol that the service chose, if it chose one.");
    }

    private static void refusal(ObjectNode response, Refused refused) {
        response.put("description", refused.meaning());
        if (!refused.fields().isEmpty()) {
            ObjectNode headers = response.putObject("headers");
            refused.fields().forEach(field -> header(headers, field.name(), field.description()));
        }
        response.putObject("content")
                .putObject("text/plain")
                .putObject("schema")
                .put("type", "string");
    }

    private static void header(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static void scheme(ObjectNode scheme, Credential credential) {
        scheme.put("type", "apiKey")
                .put("in", "header")
                .put("name", credential.header())
                .put("description", credential.description());
    }
}
