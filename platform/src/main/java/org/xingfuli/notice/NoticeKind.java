package org.xingfuli.notice;

import java.util.Set;

/**
 * A kind of notice that a module makes, declared by it as a bean. The words are where every installation begins; a district
 * changes them on the page of notices.
 *
 * @param code module and subject, such as {@code programme.node-missed}
 * @param values names of the placeholders that may stand in the words
 * @param urgent whether quiet hours do not hold it back
 */
public record NoticeKind(String code, Set<String> values, boolean urgent, Wording zh, Wording en) {

  /** Title and body, with placeholders such as {@code {project}}. */
  public record Wording(String title, String body) {}

  public NoticeKind {
    values = Set.copyOf(values);
  }
}
