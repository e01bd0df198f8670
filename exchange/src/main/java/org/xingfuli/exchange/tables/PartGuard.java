package org.xingfuli.exchange.tables;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a workbook's part before the reader of workbooks does. That one makes room for as many columns as a cell's
 * address says and computes numbers of any length; a file of a few kilobytes could fill the memory or take hours.
 */
public final class PartGuard {

  /** Excel's own bounds. */
  private static final int LAST_COLUMN = 16_384;
  private static final int LONGEST_CELL = 32_767;
  /** A row takes as much room as its last cell is far to the right; a thousand rows formatted to Excel's last column. */
  private static final long MOST_ROOM = 50_000_000;

  /** Cells merged into one, such as {@code D3:D4}. */
  final List<String> merged = new ArrayList<>();
  /** Targets of relationships by their ids. */
  final Map<String, String> targets = new HashMap<>();

  /** What is wrong with the part, or nothing. The stream is not closed. */
  public @Nullable String fault(InputStream part) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Counts every &amp; of a long file as an entity, though none can be declared here.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      return walk(factory.createXMLStreamReader(part));
    } catch (XMLStreamException | RuntimeException broken) {
      return "XML: " + String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
    }
  }

  private @Nullable String walk(XMLStreamReader reader) throws XMLStreamException {
    boolean value = false;
    int length = 0;
    int last = 0;
    long room = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return "a document type or entities within";
        }
        case XMLStreamConstants.START_ELEMENT -> {
          var cell = reader.getLocalName().equals("c") ? reader.getAttributeValue(null, "r") : null;
          if (cell != null && column(cell) > LAST_COLUMN) {
            return "no such column: " + (cell.length() > 20 ? cell.substring(0, 20) : cell);
          }
          last = cell == null ? last : column(cell);
          note(reader);
          value = reader.getLocalName().equals("v");
          length = 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          length += reader.getTextLength();
          if (value && length > LONGEST_CELL) {
            return "a cell of more than " + LONGEST_CELL + " characters";
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          value = false;
          if (reader.getLocalName().equals("row")) {
            room += last;
            last = 0;
          }
          if (room > MOST_ROOM) {
            return "rows too wide";
          }
        }
        default -> { }
      }
    }
    return null;
  }

  private void note(XMLStreamReader reader) {
    if (reader.getLocalName().equals("mergeCell") && reader.getAttributeValue(null, "ref") instanceof String range) {
      merged.add(range);
    } else if (reader.getLocalName().equals("Relationship") && reader.getAttributeValue(null, "Id") instanceof String id
        && reader.getAttributeValue(null, "Target") instanceof String target) {
      targets.put(id, target);
    }
  }

  /** Number of the column in an address such as {@code AB12}; one too many for an address that is too long. */
  static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
      if (column > LAST_COLUMN || column < 0) {
        return LAST_COLUMN + 1;
      }
    }
    return column;
  }
}
