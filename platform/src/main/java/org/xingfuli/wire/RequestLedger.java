package org.xingfuli.wire;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Remembers answered requests, so that repeating one with the same id by the same principal returns the same answer. */
@Component
public class RequestLedger {

  private static final String KEY = "[A-Za-z0-9._-]{8,80}";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RequestLedger(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Does the act once per (principal of the current scope, key); must be called inside the act's transaction.
   *
   * <p>The note and the act stand or fall together, so an act that failed may be tried again under its key. The same
   * request arriving twice at one moment waits for the first and gets its answer.
   *
   * @param key the client's {@code Idempotency-Key}, or null when the client sent none: then the act is simply done
   * @param act dotted name of the act; the same key with another act is refused
   * @throws Refused {@code common.bad-key} for a key that is none, {@code common.key-reused} for another act's,
   *     {@code common.key-other-content} for one that asked for something else
   */
  public <T> T once(@Nullable String key, String act, Class<T> type, Supplier<T> work) {
    if (key == null) {
      return work.get();
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the ledger joins the act's transaction, and there is none");
    }
    if (!key.matches(KEY)) {
      throw new Refused(Refusal.of("common.bad-key"));
    }
    var principal = CurrentScope.get().principal();
    var content = RequestContent.hash();
    var first = jdbc.sql("insert into wire.request (principal, key, act, content) values (?, ?, ?, ?) on conflict do nothing")
        .param(principal).param(key).param(act).param(content)
        .update();
    if (first == 0) {
      return answered(principal, key, act, content, type);
    }
    var answer = work.get();
    jdbc.sql("update wire.request set answer = ?::jsonb where principal = ? and key = ?")
        .params(json.writeValueAsString(answer), principal, key)
        .update();
    return answer;
  }

  private <T> T answered(UUID principal, String key, String act, @Nullable String content, Class<T> type) {
    var note = jdbc.sql("select act, answer::text, content from wire.request where principal = ? and key = ?")
        .params(principal, key)
        .query((row, n) -> new Note(row.getString(1), row.getString(2), row.getString(3)))
        .single();
    if (!note.act().equals(act)) {
      throw new Refused(Refusal.of("common.key-reused", Map.of("act", note.act())));
    }
    if (content != null && note.content() != null && !content.equals(note.content())) {
      throw new Refused(Refusal.of("common.key-other-content"));
    }
    return json.readValue(note.answer(), type);
  }

  private record Note(String act, String answer, @Nullable String content) {}
}
