package org.xingfuli.engine.scheduling.risk;

/**
 * Signatures that are outstanding: they may come late, and the task waits for them. Asked of tasks that have not begun.
 *
 * @param name what its luck belongs to; two signatures of one name are late together
 * @param task index of the task that waits
 * @param from the period it could begin when they come in time
 * @param probability that they come late
 * @param least periods late at the least
 * @param most periods late at the most; each number between them is equally likely
 */
public record Signature(String name, int task, int from, double probability, int least, int most) {

  public Signature {
    if (!(probability >= 0 && probability <= 1) || least < 0 || most < least) {
      throw new IllegalArgumentException(name + ": probability " + probability + ", " + least + " to " + most + " periods late");
    }
  }
}
