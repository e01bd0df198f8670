package org.xingfuli.programme.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, some of which may be absent. */
final class Values {

  private Values() {}

  static List<@Nullable Object> of(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
