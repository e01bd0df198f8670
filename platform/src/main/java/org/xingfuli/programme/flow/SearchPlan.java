package org.xingfuli.programme.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.PlanSearch;
import org.xingfuli.programme.model.PlanSearch.State;
import org.xingfuli.programme.model.Planning;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanSearchStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.RequestLedger;

/** Begins a search for a better plan, tells how it goes, and ends it on request with the best so far. One a programme. */
@Component
public class SearchPlan {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final PlanStore plans;
  private final PlanSearchStore searches;
  private final BasisOf bases;
  private final Standing standing;
  private final Calendars calendars;
  private final PlanSearcher searcher;
  private final BusinessClock today;
  private final Clock system;

  SearchPlan(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes, PlanStore plans,
      PlanSearchStore searches, BasisOf bases, Standing standing, Calendars calendars, PlanSearcher searcher,
      BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.plans = plans;
    this.searches = searches;
    this.bases = bases;
    this.standing = standing;
    this.calendars = calendars;
    this.searcher = searcher;
    this.today = today;
    this.system = system;
  }

  /** Refuses while another search of the programme runs. */
  public PlanSearch begin(@Nullable String key, UUID programmeId, int seconds, String note) {
    var id = transactions.here(() ->
        ledger.once(key, "programme.search", UUID.class, () -> begun(programmeId, seconds, note)));
    return find(id);
  }

  private UUID begun(UUID programmeId, int seconds, String note) {
    var programme = programmes.find(programmeId).orElseThrow(Unknown::row);
    // Holds the programme's row, so that of two who begin at once one is refused.
    plans.nextVersion(programmeId);
    noneRuns(programme);
    var fresh = bases.of(programme);
    var reported = standing.of(programmeId, fresh);
    var basis = fresh.adopting(fresh.adopted().knowing(fresh, reported));
    LocalDate from = plans.frozen(programmeId).isPresent() ? today.today() : null;
    var network = Planning.prepared(basis, calendars.current(), reported, from);
    var now = system.instant();
    var scope = CurrentScope.get();
    var search = new PlanSearch(UuidV7.create(), programmeId, State.RUNNING, note, seconds, programme.year(), now,
        scope.actor(), now, 0, List.of(), false, false, null);
    searches.insert(search);
    audit.record("programme.search", new Subject("programme", programmeId),
        Map.of("programme", programme.year(), "seconds", seconds));
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        searcher.search(search, programme, basis, network, scope);
      }
    });
    return search.id();
  }

  private void noneRuns(Programme programme) {
    var latest = searches.latest(programme.id());
    if (latest.isEmpty() || latest.get().state() != State.RUNNING) {
      return;
    }
    if (!silent(latest.get())) {
      throw new Refused(Refusal.of("programme.search-running", Map.of("year", programme.year())));
    }
    searches.end(latest.get().id(), State.FAILED, latest.get().heardAt(), latest.get().used(), false, null);
  }

  /** How the search begun last goes or ended; nothing when there never was one. */
  public Optional<PlanSearch> latest(UUID programmeId) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(programmeId));
      return searches.latest(programmeId).map(this::asHeard);
    });
  }

  /** Asks for the end: within about a second the best so far is a draft. One that has ended stays as it is. */
  public PlanSearch stop(UUID id) {
    transactions.here(() -> {
      var search = searches.find(id).orElseThrow(Unknown::row);
      if (search.state() == State.RUNNING && !search.stopAsked()) {
        searches.askToStop(id);
        audit.record("programme.search-stop", new Subject("programme", search.programmeId()),
            Map.of("used", Math.round(100 * search.used())));
      }
    });
    searcher.stop(id);
    return find(id);
  }

  private PlanSearch find(UUID id) {
    return transactions.here(() -> searches.find(id).map(this::asHeard).orElseThrow(Unknown::row));
  }

  private boolean silent(PlanSearch search) {
    return Duration.between(search.heardAt(), system.instant()).compareTo(PlanSearch.SILENCE) > 0;
  }

  /** A running one whose node has died has failed, also before anybody writes it down. */
  private PlanSearch asHeard(PlanSearch search) {
    return search.state() == State.RUNNING && silent(search)
        ? new PlanSearch(search.id(), search.programmeId(), State.FAILED, search.note(), search.seconds(), search.seed(),
            search.beganAt(), search.beganBy(), search.heardAt(), search.used(), search.found(), search.stopAsked(), false, null)
        : search;
  }
}
