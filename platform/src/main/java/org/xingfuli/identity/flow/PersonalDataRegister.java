package org.xingfuli.identity.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Words;
import org.xingfuli.identity.model.PersonalData;
import org.xingfuli.identity.model.PersonalData.Column;
import org.xingfuli.identity.model.PersonalData.Retention;
import org.xingfuli.identity.model.PersonalData.Table;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code personal-data.yaml}; a register that names what it does not define does not start. */
@Component
public class PersonalDataRegister {

  private final PersonalData register = load();

  public PersonalData register() {
    return register;
  }

  private static PersonalData load() {
    try (var in = new ClassPathResource("personal-data.yaml").getInputStream()) {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Map<String, Object> yaml = new Yaml(new SafeConstructor(options)).load(in);
      var register = new PersonalData(words(yaml, "bases"), retentions(yaml), words(yaml, "masks"), tables(yaml));
      register.tables().forEach((name, table) -> table.personal().forEach(
          (column, entry) -> check(register, name + "." + column, entry)));
      return register;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(PersonalData register, String where, Column entry) {
    if (!register.bases().containsKey(entry.basis()) || !register.retentions().containsKey(entry.retention())
        || !register.masks().containsKey(entry.mask())) {
      throw new IllegalStateException("personal-data.yaml: " + where + " names a basis, retention or mask that is not there: "
          + entry);
    }
  }

  private static Map<String, Words> words(Map<String, Object> yaml, String part) {
    var words = new LinkedHashMap<String, Words>();
    section(yaml, part).forEach((code, value) -> words.put(code, pair(part + "." + code, value)));
    return words;
  }

  private static Map<String, Retention> retentions(Map<String, Object> yaml) {
    var retentions = new LinkedHashMap<String, Retention>();
    section(yaml, "retentions").forEach((code, value) -> {
      var fields = fields("retentions." + code, value);
      retentions.put(code, new Retention(pair(code, fields.get("words")), (String) fields.get("rule")));
    });
    return retentions;
  }

  private static Map<String, Table> tables(Map<String, Object> yaml) {
    var tables = new LinkedHashMap<String, Table>();
    section(yaml, "tables").forEach((name, value) -> {
      var fields = fields("tables." + name, value);
      var personal = new LinkedHashMap<String, Column>();
      if (fields.containsKey("personal")) {
        fields(name + ".personal", fields.get("personal")).forEach(
            (column, entry) -> personal.put(column, column(name + "." + column, entry)));
      }
      var plain = new LinkedHashSet<String>();
      if (fields.get("plain") instanceof List<?> listed) {
        listed.forEach(column -> plain.add(String.valueOf(column)));
      }
      tables.put(name, new Table(pair(name, fields.get("words")), personal, plain));
    });
    return tables;
  }

  private static Column column(String where, @Nullable Object value) {
    var fields = fields(where, value);
    return new Column(pair(where, fields.get("what")), pair(where, fields.get("purpose")), text(where, fields, "basis"),
        text(where, fields, "retention"), text(where, fields, "mask"));
  }

  private static String text(String where, Map<String, Object> fields, String name) {
    return Objects.requireNonNull((String) fields.get(name), () -> "personal-data.yaml: " + where + " needs " + name);
  }

  private static Words pair(String where, @Nullable Object value) {
    if (value instanceof List<?> two && two.size() == 2) {
      return new Words(String.valueOf(two.get(0)), String.valueOf(two.get(1)));
    }
    throw new IllegalStateException("personal-data.yaml: " + where + " needs its words, [Chinese, English], not " + value);
  }

  private static Map<String, Object> section(Map<String, Object> yaml, String name) {
    return fields(name, yaml.get(name));
  }

  @SuppressWarnings("unchecked") // YAML has maps of strings here or is refused
  private static Map<String, Object> fields(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalStateException("personal-data.yaml: " + where + " needs its fields");
  }
}
