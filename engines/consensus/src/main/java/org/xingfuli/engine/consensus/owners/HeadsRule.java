package org.xingfuli.engine.consensus.owners;

/**
 * How owners are counted by heads. Co-owners of a unit are always one head together, since a share of a unit has no area of its own.
 * Source: recall of the Supreme Court's reading of art. 278 (a unit is one head; one buyer of several, and the builder with what is
 * not sold, count once); the text was not read, so the rule is configuration and says whether anyone confirmed it.
 *
 * @param severalUnitsOnce the same owner, or the same group of co-owners, of several units is one head; otherwise each unit is one
 * @param unsoldOnce unsold units count the builder once; otherwise each is one head
 * @param confirmed false until a person has held it against the text; shown as 待确认
 */
public record HeadsRule(boolean severalUnitsOnce, boolean unsoldOnce, boolean confirmed) {

  public static HeadsRule usual() {
    return new HeadsRule(true, true, false);
  }
}
