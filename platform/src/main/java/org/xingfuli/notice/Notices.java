package org.xingfuli.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.notice.store.OutboxStore;

/** Says something to people; open to every module. */
@Component("noticesOfAllModules") // another module has Notices of its own
public class Notices {

  private final OutboxStore store;
  private final Map<String, NoticeKind> kinds;
  private final Clock clock;

  Notices(OutboxStore store, List<NoticeKind> kinds, Clock clock) {
    this.store = store;
    this.kinds = kinds.stream().collect(Collectors.toMap(NoticeKind::code, Function.identity()));
    this.clock = clock;
  }

  /**
   * What is to be said.
   *
   * @param kind one that is declared
   * @param values of all its placeholders; no personal data, since the words are kept
   * @param link page of ours it is about
   * @param collapse unread messages of a person with the same key become one that counts
   */
  public record Notice(
      String kind, Map<String, String> values, Audience audience, @Nullable String link, @Nullable String collapse) {}

  /**
   * Says it when the running transaction commits, and never when it does not.
   *
   * @throws IllegalStateException outside a transaction
   * @throws IllegalArgumentException for a kind nobody declared, or values that are not its own
   */
  public void notify(Notice notice) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a notice leaves with its act's transaction, and there is none");
    }
    var kind = kinds.get(notice.kind());
    if (kind == null || !notice.values().keySet().equals(kind.values())) {
      throw new IllegalArgumentException(
          "%s takes %s".formatted(notice.kind(), kind == null ? "nothing: it is not declared" : Set.copyOf(kind.values())));
    }
    store.put(UuidV7.create(), notice, clock.instant());
  }
}
