package org.xingfuli.appeal.web.open311;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.ServiceAttribute;
import org.xingfuli.engine.triage.CaseClass;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The services others may ask for: our classes of appeals, with the questions some of them have. */
@Component
class Services {

  private final Map<String, List<ServiceAttribute>> questions = load();

  private static Map<String, List<ServiceAttribute>> load() {
    try (var in = new ClassPathResource("open311/attributes.yaml").getInputStream()) {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Map<String, List<Map<String, Object>>> yaml = new Yaml(new SafeConstructor(options)).load(in);
      var questions = new LinkedHashMap<String, List<ServiceAttribute>>();
      yaml.forEach((service, asked) -> questions.put(service, asked.stream().map(Services::attribute).toList()));
      return questions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceAttribute attribute(Map<String, Object> asked) {
    var values = new LinkedHashMap<String, String>();
    if (asked.get("values") instanceof Map<?, ?> given) {
      given.forEach((key, name) -> values.put(String.valueOf(key), String.valueOf(name)));
    }
    return new ServiceAttribute(String.valueOf(asked.get("code")),
        ServiceAttribute.Datatype.valueOf(String.valueOf(asked.get("datatype")).toUpperCase(Locale.ROOT)),
        Boolean.TRUE.equals(asked.get("required")), String.valueOf(asked.get("description")), values);
  }

  List<CaseClass> all() {
    return Classes.all();
  }

  Optional<CaseClass> find(String code) {
    return Classes.all().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** The questions of a class, or of the nearest class above it that has some. */
  List<ServiceAttribute> questions(String code) {
    for (@Nullable String at = code; at != null; at = parent(at)) {
      var asked = questions.get(at);
      if (asked != null) {
        return asked;
      }
    }
    return List.of();
  }

  private @Nullable String parent(String code) {
    return find(code).map(CaseClass::parent).orElse(null);
  }

  /** The names of a class and of those above it, the topmost first. */
  List<String> path(CaseClass service) {
    var path = new ArrayList<String>();
    for (@Nullable CaseClass at = service; at != null; at = at.parent() == null ? null : find(Objects.requireNonNull(at.parent())).orElse(null)) {
      path.addFirst(at.zh() + " " + at.en());
    }
    return path;
  }
}
