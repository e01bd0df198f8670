package org.xingfuli.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.xingfuli.kernel.Refusal;

/** Refusals in words, Chinese and English on one line, from {@code texts.properties}. */
final class Texts {

  private static final Properties WORDS = load();

  private Texts() {}

  static String of(Refusal refusal) {
    String text = WORDS.getProperty(refusal.code(), refusal.code() + " " + refusal.values());
    for (Map.Entry<String, Object> value : refusal.values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
    }
    return text;
  }

  static boolean knows(String code) {
    return WORDS.containsKey(code);
  }

  private static Properties load() {
    Properties words = new Properties();
    try (Reader reader = new InputStreamReader(
        Objects.requireNonNull(Texts.class.getResourceAsStream("texts.properties")), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
