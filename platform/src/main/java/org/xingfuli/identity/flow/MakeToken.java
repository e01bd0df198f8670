package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.model.ApiToken;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.ApiTokenStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** A person makes a token for a machine: named, with an end, and no wider than the person's own rights. */
@Component
public class MakeToken {

  private static final int LONGEST_NAME = 50;
  private static final int MOST = 20;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ApiTokenStore store;
  private final Rights rights;
  private final DoorProperties.Tokens settings;
  private final Audit audit;
  private final Clock clock;

  MakeToken(Transactions transactions, RequestLedger ledger, ApiTokenStore store, Rights rights, DoorProperties properties,
      Audit audit, Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.rights = rights;
    this.settings = properties.tokens();
    this.audit = audit;
    this.clock = clock;
  }

  /** What is asked for; the last day counts. */
  public record Wanted(String name, Set<Permission> permissions, LocalDate lastDay) {}

  /** The token, and the secret that is shown this once. */
  public record Made(ApiToken token, String secret) {}

  /**
   * Makes it. A repeated request finds the same token but gets a new secret, since one is stored nowhere; the first one's is
   * worth nothing then.
   *
   * @throws Refused with everything that stands against it
   */
  public Made make(@Nullable String key, SignedIn owner, Wanted wanted) {
    var secret = ApiToken.secret();
    return transactions.here(() -> {
      var id = ledger.once(key, "identity.make-token", UUID.class, () -> insert(owner, wanted));
      store.renew(id, ApiToken.beginning(secret), OneTimeToken.hash(secret));
      return new Made(store.find(id).orElseThrow(), secret);
    });
  }

  private UUID insert(SignedIn owner, Wanted wanted) {
    var faults = faults(owner, wanted);
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    var unused = ApiToken.secret(); // the row needs one at once; the answer's takes its place
    var token = new ApiToken(UuidV7.create(), owner.personId(), wanted.name().strip(), ApiToken.beginning(unused),
        wanted.permissions(), clock.instant(), wanted.lastDay().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant(),
        null, null);
    store.insert(token, OneTimeToken.hash(unused));
    audit.record("identity.make-token", new Subject("token", token.id()),
        Map.of("permissions", token.permissions().stream().sorted().toList(), "lastDay", wanted.lastDay()));
    return token.id();
  }

  private List<Refusal> faults(SignedIn owner, Wanted wanted) {
    var faults = new ArrayList<Refusal>();
    if (wanted.name().isBlank() || wanted.name().strip().length() > LONGEST_NAME) {
      faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/name", "maximum", LONGEST_NAME)));
    }
    var beyond = EnumSet.noneOf(Permission.class);
    beyond.addAll(wanted.permissions());
    beyond.removeAll(owner.permissions());
    beyond.remove(Permission.SESSION);
    if (wanted.permissions().stream().allMatch(permission -> permission == Permission.SESSION)) {
      faults.add(Refusal.of("identity.token-opens-nothing", Map.of("pointer", "/permissions")));
    } else if (!beyond.isEmpty()) {
      faults.add(Refusal.of("identity.token-too-wide", Map.of("pointer", "/permissions", "beyond", beyond)));
    }
    var today = rights.today();
    var last = today.plusDays(settings.longestDays());
    if (wanted.lastDay().isBefore(today) || wanted.lastDay().isAfter(last)) {
      faults.add(Refusal.of("identity.token-end", Map.of("pointer", "/lastDay", "from", today, "to", last)));
    }
    if (store.of(owner.personId()).stream().filter(token -> token.opens(clock.instant())).count() >= MOST) {
      faults.add(Refusal.of("identity.too-many-tokens", Map.of("most", MOST)));
    }
    return faults;
  }
}
