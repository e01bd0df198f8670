package org.xingfuli.identity.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;

/**
 * The register of personal data (个人信息保护法 arts. 6, 17, 19, 51): which column of which table holds what of whom, for what
 * purpose, on which lawful basis, for how long, and how it is masked. A table without such a column is listed as free of it.
 *
 * @param tables by name, such as {@code identity.person}
 */
public record PersonalData(
    Map<String, Words> bases, Map<String, Retention> retentions, Map<String, Words> masks, Map<String, Table> tables) {

  /**
   * How long data is kept.
   *
   * @param rule code of the security rule that says how many days; absent where the words say all
   */
  public record Retention(Words words, @Nullable String rule) {}

  /**
   * One table.
   *
   * @param personal its columns with personal data
   * @param plain columns that look personal and are not
   */
  public record Table(Words words, Map<String, Column> personal, Set<String> plain) {}

  /** One column with personal data; basis, retention and mask are codes of the register. */
  public record Column(Words what, Words purpose, String basis, String retention, String mask) {}

  /** The tables in the order of their names. */
  public List<String> names() {
    return tables.keySet().stream().sorted().toList();
  }
}
