package org.xingfuli.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.xingfuli.kernel.Refusal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every problem the platform can state, from {@code problems.yaml}; placeholders like {@code {date}} take the values. */
final class ProblemCatalogue {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]\\w*)}");

  private static final FieldNames FIELDS = FieldNames.load();

  /** One entry; texts with placeholders. */
  record Entry(int status, String zh, String en, @Nullable String maybe, @Nullable String maybeEn) {}

  /** An entry's texts with the values filled in. */
  record Text(int status, String zh, String en, @Nullable String maybe, @Nullable String maybeEn) {}

  private final Map<String, Entry> entries;

  private ProblemCatalogue(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static ProblemCatalogue load() {
    try (var in = new ClassPathResource("problems.yaml").getInputStream()) {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Map<String, Map<String, Object>> yaml = new Yaml(new SafeConstructor(options)).load(in);
      var entries = new TreeMap<String, Entry>();
      yaml.forEach((code, fields) -> entries.put(code, entry(code, fields)));
      return new ProblemCatalogue(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String code, Map<String, Object> fields) {
    if (!(fields.get("status") instanceof Integer status)
        || !(fields.get("zh") instanceof String zh) || !(fields.get("en") instanceof String en)) {
      throw new IllegalStateException("problems.yaml: " + code + " needs status, zh and en");
    }
    return new Entry(status, zh, en, (String) fields.get("maybe"), (String) fields.get("maybeEn"));
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** The refusal in words. A code that is not listed is a fault of ours and is said plainly, without inventing a reason. */
  Text text(Refusal refusal) {
    var entry = entries.get(refusal.code());
    if (entry == null) {
      return new Text(422, "操作被拒绝（" + refusal.code() + "）。", "Refused (" + refusal.code() + ").", null, null);
    }
    var zh = new HashMap<>(refusal.values());
    var en = new HashMap<>(refusal.values());
    if (refusal.values().get("pointer") instanceof String pointer) {
      zh.put("field", FIELDS.zh(pointer));
      en.put("field", FIELDS.en(pointer));
    }
    return new Text(entry.status(), fill(entry.zh(), zh, "、"), fill(entry.en(), en, ", "),
        entry.maybe() == null ? null : fill(entry.maybe(), zh, "、"),
        entry.maybeEn() == null ? null : fill(entry.maybeEn(), en, ", "));
  }

  static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  private static String fill(String text, Map<String, Object> values, String between) {
    return PLACEHOLDER.matcher(text).replaceAll(match -> {
      var value = values.get(match.group(1));
      return Matcher.quoteReplacement(value == null ? "?" : say(value, between));
    });
  }

  private static String say(Object value, String between) {
    return value instanceof Collection<?> several
        ? several.stream().map(one -> say(one, between)).collect(Collectors.joining(between))
        : value.toString();
  }
}
