package org.xingfuli.appeal.store;

import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.model.Warning;
import org.xingfuli.kernel.TimeLimit;

/** A warning as columns: either so long before, or at a share. */
record StoredWarning(@Nullable Integer before, @Nullable String unit, @Nullable Integer share) {

  static StoredWarning of(@Nullable Warning warning) {
    return switch (warning) {
      case null -> new StoredWarning(null, null, null);
      case Warning.Before(var lead) -> new StoredWarning(lead.amount(), lead.unit().name(), null);
      case Warning.AtShare(int percent) -> new StoredWarning(null, null, percent);
    };
  }

  @Nullable Warning warning() {
    if (share != null) {
      return new Warning.AtShare(share);
    }
    return before == null || unit == null ? null
        : new Warning.Before(new TimeLimit(before, TimeLimit.Unit.valueOf(unit), TimeLimit.Roll.NONE));
  }
}
