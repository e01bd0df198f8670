package org.xingfuli.programme.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.store.ProjectStore.ActivityRow;
import org.xingfuli.programme.store.TemplateStore;

/** What activities are called: by their template, or as the extra work they are; one that neither knows is called by its code. */
@Component
class ActivityNames {

  private final TemplateStore templates;

  ActivityNames(TemplateStore templates) {
    this.templates = templates;
  }

  /**
   * An activity as people know it.
   *
   * @param shortName the name up to its first comma
   */
  record Named(String code, Words name, Words shortName) {

    static final Named NOBODY = of("");

    private static Named of(String code) {
      return new Named(code, Words.of(code, code), Words.of(code, code));
    }

    private static Named of(TemplateActivity activity) {
      return new Named(activity.code(), activity.name(), activity.shortName());
    }
  }

  /** Of activities of one programme, by id. */
  Map<UUID, Named> of(UUID programmeId, List<ActivityRow> rows) {
    var known = templates.activities(programmeId).stream()
        .collect(Collectors.toMap(TemplateActivity::code, Function.identity()));
    var names = new HashMap<UUID, Named>();
    for (var row : rows) {
      var activity = row.extra() == null ? known.get(row.code()) : row.extra().activity();
      names.put(row.id(), activity == null ? Named.of(row.code()) : Named.of(activity));
    }
    return names;
  }
}
