package org.xingfuli.programme.model;

import java.util.List;
import java.util.UUID;

/**
 * Work of one project that no template knows: put into the plan by a draft that was adopted.
 *
 * @param id of the activity
 * @param project whose work it is
 * @param activity as a row of a template would be; its code is the project's own and its duration not scaled
 * @param successors what waits for it, by the codes of the project's activities
 */
public record ExtraWork(UUID id, UUID project, TemplateActivity activity, List<Relation> successors) {

  /** Begins every code; no row of a template can have such a one. */
  private static final String CODE = "EX";

  public ExtraWork {
    successors = List.copyOf(successors);
  }

  /** The code of a project's next extra work, when it has these already. */
  static String nextCode(List<ExtraWork> known) {
    var last = known.stream().mapToInt(work -> Integer.parseInt(work.activity().code().substring(CODE.length()))).max().orElse(0);
    return CODE + (last + 1);
  }
}
