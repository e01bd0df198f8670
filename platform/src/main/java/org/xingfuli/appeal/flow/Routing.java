package org.xingfuli.appeal.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.store.RoutingStore;
import org.xingfuli.appeal.store.RoutingStore.Made;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.Classifier;
import org.xingfuli.engine.triage.Labelled;
import org.xingfuli.engine.triage.Message;
import org.xingfuli.engine.triage.Suggestion;
import org.xingfuli.engine.triage.TrainedModel;
import org.xingfuli.engine.triage.TrainingOptions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;

/**
 * Suggests the class of an appeal: by the rules of the first day, and by what the clerks' corrections have taught as soon as there are
 * enough of them. A model is learnt in seconds, stays under its version, and any version can be asked again until words it was learnt
 * from are erased. Where it is not sure it says so, and the rules are heard.
 */
@Component
public class Routing {

  /** Fewer corrections teach nothing that the rules do not know. */
  static final int LEAST = 40;
  /** Of more appeals the latest are learnt: what people write about changes. */
  private static final int MOST = 60_000;
  private static final int LEAST_OF_A_CLASS = 3;
  private static final Duration LOOKED = Duration.ofSeconds(20);
  private static final Scope SYSTEM = SystemScope.of("appeal.routing");
  private static final By ITSELF = new By(SYSTEM.principal(), "分派模型");

  private final Transactions transactions;
  private final RoutingStore store;
  private final Audit audit;
  private final Clock clock;
  private final ReentrantLock learning = new ReentrantLock();
  private volatile @Nullable Asked asked;

  Routing(Transactions transactions, RoutingStore store, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The model that is asked, and when that was looked up. */
  private record Asked(@Nullable UUID id, @Nullable TrainedModel model, Instant at) {}

  /** What there is: the models, which is asked, and how many corrections have come since the latest. */
  public record Standing(List<Made> models, @Nullable UUID chosen, long since, int labelled, int least) {}

  /** The class title and words speak for, with the words that spoke; the source says who suggests. */
  public Suggestion suggest(String title, String words) {
    var model = model();
    if (model != null) {
      var heard = model.suggest(Message.of("", title, words));
      if (!heard.refused() && !heard.classes().isEmpty()) {
        return heard;
      }
    }
    return Classes.suggest(title, words);
  }

  private @Nullable TrainedModel model() {
    var known = asked;
    if (known != null && known.at().plus(LOOKED).isAfter(clock.instant())) {
      return known.model();
    }
    known = transactions.as(SYSTEM, this::chosen);
    asked = known;
    return known.model();
  }

  private Asked chosen() {
    var id = store.chosen();
    var known = asked;
    if (known != null && Objects.equals(known.id(), id)) {
      return new Asked(id, known.model(), clock.instant());
    }
    // One that was forgotten in between is as good as none.
    return new Asked(id, id == null ? null : store.model(id).map(Routing::read).orElse(null), clock.instant());
  }

  private static TrainedModel read(byte[] model) {
    try {
      return TrainedModel.read(new ByteArrayInputStream(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Standing standing() {
    return transactions.as(SYSTEM, () -> {
      var models = store.all();
      var last = models.isEmpty() ? Instant.EPOCH : models.getFirst().at();
      return new Standing(models, store.chosen(), store.since(last), store.labelled(MOST).size(), LEAST);
    });
  }

  /**
   * Learns from all that people have said so far, and asks what was learnt from now on.
   *
   * @throws Refused {@code appeal.routing-few} with how many corrections there are and how many it takes, {@code
   *     appeal.routing-learning} while somebody else's is being learnt
   */
  public Made learn(By by) {
    if (!learning.tryLock()) {
      throw new Refused(Refusal.of("appeal.routing-learning"));
    }
    try {
      return learnt(by);
    } finally {
      learning.unlock();
    }
  }

  private Made learnt(By by) {
    var heard = transactions.as(SYSTEM, () -> new Heard(store.erasures(false), store.labelled(MOST)));
    var rows = heard.rows();
    var counts = new HashMap<String, Integer>();
    rows.forEach(row -> counts.merge(row.classCode(), 1, Integer::sum));
    var enough = rows.stream().filter(row -> Objects.requireNonNull(counts.get(row.classCode())) >= LEAST_OF_A_CLASS).toList();
    var classes = enough.stream().map(RoutingStore.Labelled::classCode).distinct().count();
    if (enough.size() < LEAST || classes < 2) {
      throw new Refused(Refusal.of("appeal.routing-few", Map.of("rows", enough.size(), "least", LEAST, "each", LEAST_OF_A_CLASS)));
    }
    // Outside of any transaction: it takes seconds.
    var began = System.nanoTime();
    var model = Classifier.train(enough.stream().map(row -> Labelled.byClerk(
        Message.of(row.id().toString(), row.title(), row.words()), row.classCode())).toList(), TrainingOptions.ordinary());
    var seconds = (System.nanoTime() - began) / 1e9;
    var held = model.calibration();
    var made = new Made(UuidV7.create(), model.version(), clock.instant(), by, enough.size(), (int) classes,
        Double.isNaN(held.precision()) ? null : held.precision(), held.rejectedShare(), seconds);
    var out = new ByteArrayOutputStream();
    try {
      model.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean stays = transactions.here(() -> {
      if (store.erasures(true) != heard.erasures()) {
        return false;
      }
      store.insert(made, out.toByteArray());
      store.choose(made.id());
      audit.record("appeal.learn-routing", new Subject("routing", made.id()), Map.of("version", made.version(), "rows", made.rows()));
      return true;
    });
    asked = null;
    // Some of the words were erased meanwhile.
    return stays ? made : learnt(by);
  }

  /** What there was to learn from, and how often words had been erased before. */
  private record Heard(long erasures, List<RoutingStore.Labelled> rows) {}

  /**
   * Words were erased, and with them every model: nobody can say which of them knew the words. Joins the caller's transaction. Until
   * one is learnt anew the rules of the first day suggest.
   */
  void forget() {
    transactions.here(store::forget);
    asked = null;
  }

  /** Learns from what is left, where a model was asked before an erasure; where too little is left, the rules stay. */
  public void learnAnew() {
    if (transactions.as(SYSTEM, store::toLearnAnew)) {
      try {
        CurrentScope.with(SYSTEM, () -> learn(ITSELF));
      } catch (Refused refused) {
        if (refused.refusals().getFirst().code().equals("appeal.routing-few")) {
          transactions.run(SYSTEM, () -> store.choose(null));
        }
      }
    }
  }

  /** Asks an earlier model again, or the rules alone. */
  public void choose(@Nullable UUID model) {
    transactions.here(() -> {
      if (model != null && store.model(model).isEmpty()) {
        throw Problems.absent();
      }
      store.choose(model);
      audit.record("appeal.choose-routing", new Subject("routing", model == null ? new UUID(0, 0) : model), Map.of("rules", model == null));
    });
    asked = null;
  }
}
