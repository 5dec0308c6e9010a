package org.wsproof.cli.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** The formats that a document can be written in, each as YAML. */
enum Format {
    /** OpenAPI 3.0.3. */
    OPENAPI {
        @Override
        ObjectNode document(Service service) {
            return new OpenApi(service).document();
        }
    },
    /** AsyncAPI 3.0.0. */
    ASYNCAPI {
        @Override
        ObjectNode document(Service service) {
            return new AsyncApi(service).document();
        }
    };

    abstract ObjectNode document(Service service);

    /** The document's text, with a line end at its end. */
    String text(Service service) {
        YAMLFactory yaml = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .stringQuotingChecker(new PlainText())
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try {
            return new ObjectMapper(yaml).writeValueAsString(document(service));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of text alone can't be written", e);
        }
    }
}
