package org.xingfuli.wire.contract;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of a record's components what NullAway already guarantees: those without {@code @Nullable} are always there, the
 * others may be null. Without this every field of the generated client would be optional.
 */
final class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
    if (schema != null && java.getRawClass().isRecord()) {
      describe(defined(schema, context), java.getRawClass());
    }
    return schema;
  }

  private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
    var ref = schema.get$ref();
    if (ref == null) {
      return schema;
    }
    Schema<?> model = context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    return model == null ? schema : model;
  }

  private static void describe(Schema<?> model, Class<?> record) {
    var properties = model.getProperties();
    if (properties == null) {
      return;
    }
    var required = new LinkedHashSet<String>();
    for (var component : record.getRecordComponents()) {
      var property = properties.get(component.getName());
      if (property == null) {
        continue;
      }
      if (mayBeNull(component)) {
        properties.put(component.getName(), orNull(property));
      } else {
        required.add(component.getName());
      }
    }
    model.setRequired(List.copyOf(required));
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      var either = new Schema<>();
      either.setOneOf(List.of(property, ofNull()));
      return either;
    }
    if (property.getTypes() != null && !property.getTypes().contains("null")) {
      var types = new LinkedHashSet<>(property.getTypes());
      types.add("null");
      property.setTypes(types);
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        addNull(property);
      }
    }
    return property;
  }

  private static Schema<?> ofNull() {
    var schema = new Schema<>();
    schema.setTypes(Set.of("null"));
    return schema;
  }

  /** An enumeration that may be null lists null, or null would not be one of its values. */
  private static <T> void addNull(Schema<T> property) {
    var values = new ArrayList<@Nullable T>(property.getEnum());
    values.add(null);
    property.setEnum(values);
  }

  @Override
  public boolean isOpenapi31() {
    return true;
  }
}
