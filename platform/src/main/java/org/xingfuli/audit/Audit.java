package org.xingfuli.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.kernel.UuidV7;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes acts down in the act's own transaction: either both stand or neither. */
@Component
public class Audit {

  /** The fact that says with which token a machine acted. */
  static final String BY_TOKEN = "byToken";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final AuditStore store;
  private final AuditSealer sealer;
  private final Clock clock;

  Audit(AuditStore store, AuditSealer sealer, Clock clock) {
    this.store = store;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Records an act of the current scope's principal.
   *
   * @param act dotted name, such as {@code programme.freeze}
   * @param facts what a later reader needs; no personal data
   * @throws IllegalStateException outside a transaction
   */
  public void record(String act, Subject subject, Map<String, ?> facts) {
    record(act, subject, facts, Map.of());
  }

  /**
   * Records an act with personal data, of which only a salted hash enters the chain.
   *
   * @param personal what names or describes a person; kept apart, erased by {@link #forget}
   * @throws IllegalStateException outside a transaction
   */
  public void record(String act, Subject subject, Map<String, ?> facts, Map<String, ?> personal) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an act is recorded inside its own transaction, and there is none: " + act);
    }
    var written = written(new Act(CurrentScope.get(), act, subject, facts, personal));
    store.insert(written.entry());
    var kept = written.personal();
    if (kept != null) {
      store.insertPersonal(written.entry().id(), kept.salt(), kept.person(), kept.data());
    }
    wakeWhenCommitted();
  }

  /**
   * An act of a principal that is not the running scope's: many are taken in by one transaction, each for whoever sent it.
   *
   * @param who whose act it is
   */
  public record Act(Scope who, String act, Subject subject, Map<String, ?> facts, Map<String, ?> personal) {}

  /**
   * Records acts of several principals at once, each as {@link #record} would.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void recordAll(Collection<Act> acts) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("acts are recorded inside their own transaction, and there is none");
    }
    store.insert(acts.stream().map(this::written).toList());
    wakeWhenCommitted();
  }

  /** An entry, and the personal data that stands apart from it, if there is any. */
  record Written(Entry entry, @Nullable Kept personal) {}

  /** Personal data of an entry. */
  record Kept(byte[] salt, String person, String data) {}

  private Written written(Act act) {
    var scope = act.who();
    var data = JSON.writeValueAsString(act.personal());
    var salt = new byte[32];
    RANDOM.nextBytes(salt);
    var person = name(scope);
    var nothing = person.isEmpty() && act.personal().isEmpty();
    var entry = new Entry(UuidV7.create(), clock.instant().truncatedTo(ChronoUnit.MICROS), scope.principal(),
        scope.kind().name(), title(scope), act.act(), act.subject(), JSON.writeValueAsString(facts(scope, act.facts())),
        nothing ? null : Chain.personal(salt, person, data));
    return new Written(entry, nothing ? null : new Kept(salt, person, data));
  }

  private void wakeWhenCommitted() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        sealer.wake();
      }
    });
  }

  /**
   * What the chain holds of an act on a subject, for whoever sealed something with it.
   *
   * @param facts as they were written down
   * @param number of the link, 0 while the act waits for its seal
   * @param intact whether the record is what was sealed; true while it waits
   */
  public record Recorded(Map<String, Object> facts, Instant at, long number, boolean intact) {}

  /**
   * The first record of the act on a subject, which must have been made before it in the same act or earlier: ids of
   * subjects and records are both in the order of time.
   */
  public Optional<Recorded> recorded(String act, Subject subject) {
    return store.recorded(act, subject).map(found -> {
      var seal = found.seal();
      Map<String, Object> facts = JSON.readValue(found.entry().facts(), new TypeReference<>() {});
      return new Recorded(facts, found.entry().at(), seal == null ? 0 : seal.number(),
          seal == null || Arrays.equals(seal.content(), Chain.content(found.entry())));
    });
  }

  /** The subjects of all records of an act. */
  public Set<UUID> subjects(String act) {
    return store.subjects(act);
  }

  /**
   * Erases the names and personal data in the records of a principal's acts; the acts stay, and so does the chain.
   *
   * @return how many records lost their personal data
   */
  public int forget(UUID principal) {
    var erased = store.erasePersonal(principal);
    record("audit.forget", new Subject("person", principal), Map.of("records", erased));
    return erased;
  }

  /** The facts, and the token where a machine acted with one: its id, under which it was made and is revoked. */
  private static Map<String, ?> facts(Scope scope, Map<String, ?> facts) {
    if (scope.token() == null) {
      return facts;
    }
    var all = new HashMap<String, Object>(facts);
    all.put(BY_TOKEN, scope.token());
    return all;
  }

  /** An actor is a title and a name with a space between, or a title alone. */
  private static String title(Scope scope) {
    var cut = scope.kind() == Scope.Kind.PERSON ? scope.actor().lastIndexOf(' ') : -1;
    return cut < 0 ? scope.actor() : scope.actor().substring(0, cut);
  }

  private static String name(Scope scope) {
    var cut = scope.kind() == Scope.Kind.PERSON ? scope.actor().lastIndexOf(' ') : -1;
    return cut < 0 ? "" : scope.actor().substring(cut + 1);
  }
}
