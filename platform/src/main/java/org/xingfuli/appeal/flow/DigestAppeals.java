package org.xingfuli.appeal.flow;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.kernel.SearchText;

/**
 * Reads new appeals for searching, a moment after they came: taking them in waits for nothing that can be done later. What a
 * killed process left is found by the next round.
 */
@Component
public class DigestAppeals {

  private static final int AT_ONCE = 500;

  private final Transactions transactions;
  private final AppealStore store;
  private final SideStore side;
  private final Estates estates;

  DigestAppeals(Transactions transactions, AppealStore store, SideStore side, Estates estates) {
    this.transactions = transactions;
    this.store = store;
    this.side = side;
    this.estates = estates;
  }

  /** Reads all that waits. */
  public void all() {
    int read;
    do {
      read = some();
    } while (read > 0 && !Thread.currentThread().isInterrupted());
  }

  /** Reads the first of what waits; returns how many there were. */
  private int some() {
    return transactions.as(SystemScope.of("appeal.digest"), () -> {
      var waiting = side.undigested(AT_ONCE);
      if (waiting.isEmpty()) {
        return 0;
      }
      var appeals = store.list(waiting);
      var names = estates.names(appeals.stream().map(Appeal::estate).filter(Objects::nonNull).distinct().toList());
      side.texts(appeals.stream().map(appeal -> text(appeal, names)).toList());
      side.digested(waiting);
      return waiting.size();
    });
  }

  private static SideStore.Text text(Appeal appeal, Map<UUID, String> names) {
    var parts = new ArrayList<String>();
    Stream.of(appeal.number(), appeal.originalNumber(), appeal.title(), appeal.words(), appeal.where().place(),
            appeal.estate() == null ? null : names.get(appeal.estate()), appeal.where().building())
        .filter(Objects::nonNull).map(SearchText::plain).filter(part -> !part.isEmpty()).forEach(parts::add);
    var plain = parts.stream().distinct().collect(Collectors.joining(" "));
    return new SideStore.Text(appeal.id(), appeal.area(), appeal.estate(), plain, SearchText.allKeys(plain));
  }
}
