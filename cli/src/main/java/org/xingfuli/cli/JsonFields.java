package org.xingfuli.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The fields of a JSON object, each known by several names; case, blanks, dashes and underscores do not matter. What nobody asked for is told. */
final class JsonFields {

  private final String place;
  private final Map<String, Map.Entry<String, JsonNode>> left = new LinkedHashMap<>();

  /** @param place of the object in its file, such as {@code units[3]}; empty for the whole */
  JsonFields(JsonNode object, String place) {
    this.place = place;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      left.put(plain(field.getKey()), field);
    }
  }

  static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  /** The field of one of these names, the first that is there; null when none is, or is JSON's null. */
  @Nullable JsonNode take(List<String> names) {
    JsonNode found = null;
    for (String name : names) {
      Map.Entry<String, JsonNode> field = left.get(name);
      if (field != null && found == null) {
        left.remove(name);
        found = field.getValue();
      }
    }
    return found == null || found.isNull() ? null : found;
  }

  /** A field that the object itself may say otherwise. */
  void otherwise(String name, @Nullable String value) {
    if (value != null) {
      left.putIfAbsent(name, Map.entry(name, StringNode.valueOf(value)));
    }
  }

  /** Whether the field is there and holds others, without taking it. */
  boolean isContainer(List<String> names) {
    return names.stream().map(left::get).anyMatch(field -> field != null && field.getValue().isContainer());
  }

  boolean has(List<String> names) {
    return names.stream().anyMatch(left::containsKey);
  }

  /** As text; empty when it is not there. An object or array stays untaken. */
  String text(List<String> names) {
    for (String name : names) {
      Map.Entry<String, JsonNode> field = left.get(name);
      if (field != null && field.getValue().isValueNode()) {
        left.remove(name);
        return field.getValue().isNull() ? "" : field.getValue().asString().strip();
      }
    }
    return "";
  }

  boolean flag(List<String> names) {
    return List.of("true", "1", "yes", "是").contains(text(names).toLowerCase(Locale.ROOT));
  }

  String place() {
    return place;
  }

  String place(String field) {
    return place.isEmpty() ? field : place + "." + field;
  }

  /** Places of the fields nobody took. */
  List<String> ignored() {
    return left.values().stream().map(field -> place(field.getKey())).toList();
  }
}
