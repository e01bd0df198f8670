package org.xingfuli.exchange.plans.mpxj;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks once through an XML file without believing it: no document type, no entities, nothing fetched, no endless depth
 * or number of elements.
 */
abstract class XmlGuard {

  private static final int DEEPEST = 100;
  private static final int MOST_ELEMENTS = 20_000_000;
  private static final int LONGEST_TEXT = 4 << 20;
  private static final int MOST_DIGITS = 1_000;
  private static final int MANY_SIGNS = 50_000;

  final Findings findings;
  final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int line;

  XmlGuard(Findings findings) {
    this.findings = findings;
  }

  /** The file in UTF-8 without a mark, whatever it was written in: MPXJ takes all to be that. */
  byte[] check(byte[] bytes) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Counts every &amp; of a long file as an entity, though none can be declared here.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entity " + systemId);
    });
    try {
      var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      var declared = reader.getCharacterEncodingScheme();
      var encoding = declared == null || declared.equalsIgnoreCase("UTF-16") ? reader.getEncoding() : declared;
      walk(reader);
      reader.close();
      boolean marked = (bytes[0] & 0xFF) == 0xEF;
      return numbered(encoding == null || encoding.equalsIgnoreCase("UTF-8") && !marked ? bytes
          : recoded(bytes, Charset.forName(encoding)));
    } catch (XMLStreamException broken) {
      tell(broken);
    } catch (RuntimeException broken) {
      findings.fault("plan-file.damaged", Map.of("format", "XML", "reason", String.valueOf(broken.getMessage())));
    }
    return bytes;
  }

  private static byte[] recoded(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    var from = text.indexOf('<');
    var end = text.startsWith("<?xml", from) ? text.indexOf("?>", from) + 2 : from;
    return text.substring(end).getBytes(StandardCharsets.UTF_8);
  }

  /** Named signs as numbered ones: MPXJ's parser counts the named and gives up at a hundred thousand. */
  private static byte[] numbered(byte[] bytes) {
    int signs = 0;
    for (byte each : bytes) {
      signs += each == '&' ? 1 : 0;
    }
    if (signs < MANY_SIGNS) {
      return bytes;
    }
    var text = new String(bytes, StandardCharsets.UTF_8);
    return text.contains("<![CDATA[") ? bytes : text.replace("&amp;", "&#38;").replace("&lt;", "&#60;").replace("&gt;", "&#62;")
        .replace("&quot;", "&#34;").replace("&apos;", "&#39;").getBytes(StandardCharsets.UTF_8);
  }

  private void walk(XMLStreamReader reader) throws XMLStreamException {
    int elements = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      line = reader.getLocation().getLineNumber();
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION, XMLStreamConstants.ENTITY_REFERENCE -> {
          findings.fault("plan-file.entities", Map.of("line", line));
          return;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          text.setLength(0);
          if (path.size() > DEEPEST) {
            findings.fault("plan-file.too-many", Map.of("what", "XML depth", "most", DEEPEST));
            return;
          }
          if (++elements > MOST_ELEMENTS) {
            findings.fault("plan-file.too-many", Map.of("what", "XML elements", "most", MOST_ELEMENTS));
            return;
          }
          begin(path);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
            findings.fault("plan-file.too-many", Map.of("what", "XML text", "most", LONGEST_TEXT));
            return;
          }
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (endless(text)) {
            findings.fault("plan-file.too-many", Map.of("what", path.peekLast() + ": digits", "most", MOST_DIGITS));
            return;
          }
          end(path, text);
          path.removeLast();
          text.setLength(0);
        }
        default -> { }
      }
    }
    done();
  }

  /** A number of so many digits that to read it takes for ever. */
  private static boolean endless(CharSequence held) {
    return held.length() > MOST_DIGITS && held.chars().anyMatch(c -> c >= '0' && c <= '9')
        && held.chars().limit(MOST_DIGITS).allMatch(c -> c <= ' ' || c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
  }

  private void tell(XMLStreamException broken) {
    var said = String.valueOf(broken.getMessage());
    int at = broken.getLocation() == null ? line : broken.getLocation().getLineNumber();
    boolean entity = said.contains("entity \"") || said.contains("external entity") || said.contains("DOCTYPE");
    if (said.contains("JAXP")) {
      findings.fault("plan-file.too-many", Map.of("what", "XML depth", "most", DEEPEST));
      return;
    }
    boolean encoding = said.contains("UTF-8") || said.contains("ncoding") || said.contains("MalformedByte");
    if (entity) {
      findings.fault("plan-file.entities", Map.of("line", at));
    } else if (encoding) {
      findings.fault("plan-file.encoding", Map.of("line", at));
    } else {
      var message = said.substring(said.lastIndexOf("Message: ") < 0 ? 0 : said.lastIndexOf("Message: ") + 9);
      findings.fault("plan-file.damaged", Map.of("format", "XML", "reason",
          "line " + at + ": " + (message.length() > 120 ? message.substring(0, 120) : message)));
    }
  }

  int line() {
    return line;
  }

  /** An element begins; the last of the path is its name. */
  void begin(Deque<String> at) {}

  /** An element ends; the text is what stood directly before its end. */
  void end(Deque<String> at, CharSequence held) {}

  /** The file was walked through. */
  void done() {}
}
