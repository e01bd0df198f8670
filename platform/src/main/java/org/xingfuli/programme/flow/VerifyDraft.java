package org.xingfuli.programme.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Chances;
import org.xingfuli.programme.model.DraftOdds;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.programme.model.Forecast;
import org.xingfuli.programme.model.RiskRules;
import org.xingfuli.programme.store.RiskStore;

/**
 * Holds a draft against chance, on request and not with every edit: it takes a part of a second. No connection is held while it
 * computes, and one is computed at a time. An answer is kept as long as the draft, the forecast and what is assumed are the same.
 */
@Component
public class VerifyDraft {

  private static final int KEPT = 24;

  private final Transactions transactions;
  private final ReadDraft read;
  private final RiskStore risks;
  private final Map<Asked, DraftOdds> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, DraftOdds> eldest) {
      return size() > KEPT;
    }
  };
  private @Nullable Now now;

  VerifyDraft(Transactions transactions, ReadDraft read, RiskStore risks) {
    this.transactions = transactions;
    this.read = read;
    this.risks = risks;
  }

  /** The outcome stands for plan, forecast, day and edits: the same of them is the same object. */
  private record Asked(DraftOutcome outcome, RiskRules rules) {}

  /** The forecast all drafts of a day are held against. */
  private record Now(Forecast forecast, RiskRules rules, Chances chances) {

    boolean of(Forecast other, RiskRules others) {
      return forecast == other && rules.equals(others);
    }
  }

  /** The odds, and the draft they are of. */
  public record Verified(ReadDraft.Answer answer, DraftOdds odds) {}

  /** Refuses with the draft's own faults when its edits lead nowhere any more. */
  public Verified verify(UUID draftId) {
    var answer = read.read(draftId);
    var outcome = answer.outcome();
    if (outcome == null) {
      throw new Refused(answer.faults());
    }
    var rules = transactions.here(() -> risks.rules(answer.draft().programmeId()).rules());
    return new Verified(answer, odds(new Asked(outcome, rules)));
  }

  private synchronized DraftOdds odds(Asked asked) {
    return kept.computeIfAbsent(asked, draft -> DraftOdds.of(draft.outcome(), now(draft), draft.rules()));
  }

  private Chances now(Asked asked) {
    var forecast = asked.outcome().forecast();
    var known = now;
    if (known == null || !known.of(forecast, asked.rules())) {
      known = new Now(forecast, asked.rules(), Chances.of(forecast, asked.rules(), Chances.REPLICATIONS));
      now = known;
    }
    return known.chances();
  }
}
