package org.xingfuli.appeal.web.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer of Open311 in both its forms: elements in XML, the same names in JSON. Of a list XML has an outer and an inner name,
 * JSON an array.
 */
final class Document {

  /** The forms an address may end in. */
  enum Format {
    XML(new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8)),
    JSON(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8));

    private final MediaType type;

    Format(MediaType type) {
      this.type = type;
    }

    MediaType type() {
      return type;
    }

    /** XML must be spoken by every server, so it is the answer to whoever names no form. */
    static Format of(String name) {
      return name.equals("json") ? JSON : XML;
    }
  }

  /** What one of a list is called in XML. */
  private static final Map<String, String> ONE = Map.of("services", "service", "service_requests", "request", "attributes", "attribute",
      "values", "value", "errors", "error", "endpoints", "endpoint", "formats", "format");

  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final Object content;

  private Document(String name, Object content) {
    this.name = name;
    this.content = content;
  }

  /** A list of records under an outer name. */
  static Document list(String name, List<Map<String, @Nullable Object>> rows) {
    return new Document(name, rows);
  }

  static Document one(String name, Map<String, @Nullable Object> fields) {
    return new Document(name, fields);
  }

  /** Names and values in turn; the order is kept. */
  static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      fields.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
    }
    return fields;
  }

  byte[] in(Format format) {
    if (format == Format.JSON) {
      return JSON.writeValueAsBytes(content);
    }
    var out = new ByteArrayOutputStream();
    try {
      var xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      element(xml, name, content);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
    xml.writeStartElement(name);
    switch (value) {
      case null -> { }
      case Map<?, ?> fields -> {
        for (var field : fields.entrySet()) {
          element(xml, String.valueOf(field.getKey()), field.getValue());
        }
      }
      case List<?> rows -> {
        for (var row : rows) {
          element(xml, ONE.getOrDefault(name, name), row);
        }
      }
      default -> xml.writeCharacters(plain(value.toString()));
    }
    xml.writeEndElement();
  }

  /** XML 1.0 has no signs for control characters, however they are written. */
  private static String plain(String text) {
    return text.codePoints().filter(c -> c == '\n' || c == '\t' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
