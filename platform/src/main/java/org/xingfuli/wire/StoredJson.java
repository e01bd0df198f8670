package org.xingfuli.wire;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside columns: snapshots that are read back whole and never queried. */
public final class StoredJson {

  /** What was stored before a field was given up, or before there was one, is still read. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private StoredJson() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static <T> List<T> readList(String json, Class<T> type) {
    return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
  }
}
