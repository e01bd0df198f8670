package org.xingfuli.drills.year;

import java.util.function.Consumer;

/**
 * Something that holds on every day of every year.
 *
 * @param says in words what holds
 * @param applies whether there is anything to check on a day: only then it counts as checked
 * @param check tells every breach
 * @param spoil plants a fault in facts it applies to, which the check must find: its teeth
 */
record Invariant(String name, String says, Applies applies, Check check, Spoil spoil) {

  interface Applies {
    Applies ALWAYS = facts -> true;

    boolean to(Facts facts);

    /** Only on a day on which there is something under that name. */
    static Applies has(String fact) {
      return facts -> facts.has(fact) && !facts.get(fact).isEmpty();
    }
  }

  interface Check {
    void hold(Facts facts, Consumer<String> breach);
  }

  interface Spoil {
    void plant(Facts facts);
  }
}
