package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something of a site that projects share and that does not grow with money: square metres of the green, spaces along a lane. The rule
 * in words: all projects built together use no more of it than there is. A project that would use more than those taken before it
 * have left is out of the running from that moment for the rest of the count, however much money it has; no project already taken
 * gives way to it. Of design options of which only one can be built, each uses the whole of a limit of 1
 * ({@link #atMostOne}).
 *
 * @param id unique in its election
 * @param limit in the unit of the thing, 0 or more
 * @param uses by place of the project, in the same unit, 0 or more; who is not named uses nothing
 * @param exclusive the limit only says that one of these is built; there is nothing to measure
 */
public record SiteLimit(String id, BigDecimal limit, Map<Integer, BigDecimal> uses, boolean exclusive) {

  public SiteLimit {
    uses = Map.copyOf(uses);
  }

  public SiteLimit(String id, BigDecimal limit, Map<Integer, BigDecimal> uses) {
    this(id, limit, uses, false);
  }

  /** At most one of these projects is built: options for one place. */
  public static SiteLimit atMostOne(String id, Integer... projects) {
    return new SiteLimit(id, BigDecimal.ONE,
        Arrays.stream(projects).collect(Collectors.toMap(Function.identity(), p -> BigDecimal.ONE)), true);
  }

  /** What a project uses of it. */
  public BigDecimal use(int project) {
    return uses.getOrDefault(project, BigDecimal.ZERO);
  }
}
