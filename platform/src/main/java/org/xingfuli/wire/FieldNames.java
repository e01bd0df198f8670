package org.xingfuli.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What people call the fields of requests, from {@code fields.yaml}; machines read the JSON pointer beside it. */
final class FieldNames {

  private static final Pattern INDEX = Pattern.compile("\\d+");

  private record Name(String zh, String en) {}

  private final Map<String, Name> names;

  private FieldNames(Map<String, Name> names) {
    this.names = names;
  }

  static FieldNames load() {
    try (var in = new ClassPathResource("fields.yaml").getInputStream()) {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Map<String, List<String>> yaml = new Yaml(new SafeConstructor(options)).load(in);
      var names = new HashMap<String, Name>();
      yaml.forEach((field, name) -> names.put(field, new Name(name.getFirst(), name.getLast())));
      return new FieldNames(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String zh(String pointer) {
    var name = names.get(field(pointer));
    return name == null ? pointer : name.zh();
  }

  String en(String pointer) {
    var name = names.get(field(pointer));
    return name == null ? pointer : name.en();
  }

  /** The last step of the pointer that is no number in a list. */
  private static String field(String pointer) {
    var steps = pointer.split("/");
    for (int step = steps.length - 1; step >= 0; step--) {
      if (!INDEX.matcher(steps[step]).matches()) {
        return steps[step];
      }
    }
    return "";
  }
}
