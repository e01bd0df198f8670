package org.xingfuli.exchange.plans;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Harm done to a sound file, the same for the same seed: by a broken transfer, by a hand, by somebody who means it. */
final class Mutations {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?\\d+(\\.\\d+)?(?![\\w.])");
  private static final Pattern LEAF = Pattern.compile("<([A-Za-z]\\w*)(?: [^<>]*)?>[^<>]*</\\1>");
  private static final Pattern NODE = Pattern.compile("(?s)<([A-Za-z]\\w*)(?: [^<>]*)?>.{0,1500}?</\\1>");
  private static final List<String> INSTEAD = List.of("-1", "-99999", "0", "1", "2", "99", "2147483648", "99999999999999999999",
      "1e308", "1E999999999", "1E-999999999", "NaN", "Infinity", "", " ", "x", "三", "１２", "0x10", "1,5", "1.5", "-0", "--1", "#REF!",
      "2026-02-30", "9999-12-31", "0000-00-00", "2026-03-01T25:00:00", "%n", "\t", "\u0000", "<", "&amp;", "&x;", "]]>", "'", "[", "|");

  private final Random random;

  Mutations(long seed) {
    // Neighbouring seeds begin alike; multiplied they do not.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** One to three pieces of harm to a file of bytes, of text, or of zipped texts. */
  byte[] harm(byte[] sound) {
    var bytes = sound;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = bytes.length == 0 ? bytes : random.nextInt(8) == 0 ? transfer(bytes)
          : startsWith(bytes, "PK") ? parts(bytes) : startsWith(bytes, "\u00D0\u00CF") ? transfer(bytes) : text(bytes);
    }
    return bytes;
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
  }

  private byte[] transfer(byte[] bytes) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    var harmed = bytes.clone();
    for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
      harmed[random.nextInt(harmed.length)] = (byte) random.nextInt(256);
    }
    return harmed;
  }

  /** Harm within one of a container's texts. */
  private byte[] parts(byte[] zipped) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (var zip = ZipFile.builder().setByteArray(zipped).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        try (var in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), in.readAllBytes());
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return transfer(zipped);
    }
    if (parts.isEmpty()) {
      return transfer(zipped);
    }
    var names = new ArrayList<>(parts.keySet());
    var sheets = names.stream().filter(name -> name.startsWith("xl/worksheets") || name.contains("sharedStrings")).toList();
    var name = pick(sheets.isEmpty() || random.nextInt(4) == 0 ? names : sheets);
    if (random.nextInt(20) == 0) {
      parts.remove(name);
    } else {
      parts.put(name, text(parts.get(name)));
    }
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private byte[] text(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    boolean xml = text.contains("</");
    return (switch (random.nextInt(xml ? 12 : 7)) {
      case 0, 1 -> replaced(text, NUMBER, found -> instead(xml));
      case 2 -> replaced(text, NUMBER, found -> "-" + found.group());
      case 3 -> exchanged(text, NUMBER);
      case 4 -> lines(text);
      case 5 -> replaced(text, NUMBER, found -> "9".repeat(1 + random.nextInt(400)));
      case 6 -> inserted(text);
      case 7 -> replaced(text, NODE, found -> random.nextBoolean() ? "" : found.group() + found.group());
      case 8, 9, 10 -> replaced(text, LEAF, found -> found.group().replaceFirst(">[^<>]*<", ">" + quoted(instead(xml)) + "<"));
      default -> exchanged(text, LEAF);
    }).getBytes(StandardCharsets.UTF_8);
  }

  /** Mostly so that the file stays one of its format: what breaks that is found before anything else is looked at. */
  private String instead(boolean xml) {
    var value = pick(INSTEAD);
    return xml && random.nextInt(5) > 0 ? value.replace("&", "&amp;").replace("<", "&lt;").replace("\u0000", "") : value;
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private interface Change {
    String of(MatchResult found);
  }

  private String replaced(String text, Pattern what, Change change) {
    var found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return inserted(text);
    }
    var one = pick(found);
    return text.substring(0, one.start()) + change.of(one) + text.substring(one.end());
  }

  /** One place gets what stands in another: numbers twice, links in circles, ends exchanged. */
  private String exchanged(String text, Pattern what) {
    var found = what.matcher(text).results().toList();
    if (found.size() < 2) {
      return inserted(text);
    }
    var one = pick(found);
    return text.substring(0, one.start()) + pick(found).group() + text.substring(one.end());
  }

  private String lines(String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      default -> lines.set(at, pick(lines));
    }
    return String.join("\n", lines);
  }

  private String inserted(String text) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + pick(INSTEAD) + text.substring(at);
  }
}
