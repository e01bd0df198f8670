package org.xingfuli.appeal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.triage.CaseClass;
import org.xingfuli.engine.triage.ClassTree;
import org.xingfuli.engine.triage.FirstDayRules;
import org.xingfuli.engine.triage.Message;
import org.xingfuli.engine.triage.StarterClasses;
import org.xingfuli.engine.triage.Suggestion;
import org.xingfuli.identity.Words;

/**
 * The classes of appeals and what the words of one speak for. The tree and its words are the product's own, an assumption until a
 * district confirms its catalogue.
 */
public final class Classes {

  private static final FirstDayRules RULES = rules();

  private Classes() {}

  private static FirstDayRules rules() {
    var ours = StarterClasses.ours();
    return new FirstDayRules(ours.tree(), ours.rules());
  }

  /** All classes, those of the first level before what lies below them. */
  public static List<CaseClass> all() {
    return RULES.tree().classes();
  }

  public static ClassTree tree() {
    return RULES.tree();
  }

  public static boolean known(String code) {
    return RULES.tree().find(code) != null;
  }

  /** What a class is called; null for one the tree does not hold any more. */
  public static @Nullable Words words(@Nullable String code) {
    var found = code == null ? null : RULES.tree().find(code);
    return found == null ? null : new Words(found.zh(), found.en());
  }

  /** What title and words speak for, each suggestion with the words that spoke. */
  public static Suggestion suggest(String title, String words) {
    return RULES.suggest(Message.of("", title, words));
  }
}
