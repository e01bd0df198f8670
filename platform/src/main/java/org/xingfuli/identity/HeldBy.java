package org.xingfuli.identity;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.database.CurrentScope;

/**
 * With what somebody holds something open: a session, or a machine's token; {@link People#stands} says for how long.
 *
 * @param session absent where a machine came with a token
 */
public record HeldBy(@Nullable String session, @Nullable UUID token) {

  /** What the running request came with; a machine gets no session by asking. */
  public static HeldBy request(Supplier<String> session) {
    var token = CurrentScope.get().token();
    return token == null ? new HeldBy(session.get(), null) : new HeldBy(null, token);
  }
}
