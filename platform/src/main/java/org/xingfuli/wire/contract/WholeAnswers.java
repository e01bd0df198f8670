package org.xingfuli.wire.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers are always whole: a field that may be null is sent as null. So in records that no request carries every field is
 * required, and only in those a client sends may one be left out.
 */
final class WholeAnswers {

  private final Map<String, Schema> schemas;
  private final Set<String> sent = new HashSet<>();

  private WholeAnswers(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** Marks them, except those that leave null out. */
  static void mark(OpenAPI api, Set<String> except) {
    var answers = new WholeAnswers(api.getComponents().getSchemas());
    operations(api).map(Operation::getRequestBody).filter(body -> body != null && body.getContent() != null)
        .flatMap(body -> body.getContent().values().stream())
        .forEach(content -> answers.follow(content.getSchema()));
    answers.schemas.forEach((name, schema) -> {
      if (!answers.sent.contains(name) && !except.contains(name) && schema.getProperties() != null) {
        Map<String, Schema> properties = schema.getProperties();
        schema.setRequired(new ArrayList<>(properties.keySet()));
      }
    });
  }

  private static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
  }

  private void follow(@Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
      if (sent.add(name)) {
        follow(schemas.get(name));
      }
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::follow);
    }
    if (schema.getOneOf() != null) {
      schema.getOneOf().forEach(this::follow);
    }
    follow(schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      follow(values);
    }
  }
}
