package org.xingfuli.command.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.command.model.WallScreen;
import org.xingfuli.command.store.WallScreenStore;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/**
 * How a screen on a wall is let in for months: a person issues a link, the screen opens it once and gets a secret of its own,
 * and every request of the screen is held against what is stored now. It reads the battle chart as far as its issuer saw, and
 * nothing else. Decision 0023.
 */
@Component
public class WallDoor {

  /** How long a link may wait to be opened. */
  private static final Duration CODE = Duration.ofHours(24);

  /** How often it is noted that a screen was there. */
  private static final Duration SEEN = Duration.ofMinutes(5);
  private static final int LONGEST_MONTHS = 12;
  private static final int DEVICE_NAME = 120;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final Bulletin bulletin;
  private final WallScreenStore screens;
  private final Clock system;

  WallDoor(Transactions transactions, RequestLedger ledger, Audit audit, Bulletin bulletin, WallScreenStore screens,
      Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.bulletin = bulletin;
    this.screens = screens;
    this.system = system;
  }

  /** A new screen and the code of its link, which is told this once; a repeated request gets the screen without it. */
  public record Issued(WallScreen screen, @Nullable String code) {}

  public Issued issue(@Nullable String key, String name, int months) {
    var code = secret();
    var fresh = UuidV7.create();
    return transactions.here(() -> {
      var id = ledger.once(key, "command.wall-issue", UUID.class, () -> {
        var scope = CurrentScope.get();
        var now = system.instant().truncatedTo(ChronoUnit.MICROS);
        screens.insert(new WallScreen(fresh, name.strip(), scope.areas(), scope.principal(), title(scope.actor()), now,
            now.atOffset(java.time.ZoneOffset.UTC).plusMonths(Math.clamp(months, 1, LONGEST_MONTHS)).toInstant(),
            now.plus(CODE), null, null, null, null), hash(code));
        audit.record("command.wall-issue", new Subject("wall-screen", fresh), Map.of(
            "name", name.strip(), "months", months, "areas", String.join(",", scope.areas())));
        return fresh;
      });
      return new Issued(screens.find(id).orElseThrow(), id.equals(fresh) ? code : null);
    });
  }

  private static String title(String actor) {
    var cut = actor.lastIndexOf(' ');
    return cut < 0 ? actor : actor.substring(0, cut);
  }

  /** The screen that opens the link gets the secret it will be known by; the link is spent. */
  public record Opened(WallScreen screen, String secret) {}

  public Opened open(String code, String device) {
    var secret = secret();
    return transactions.as(SystemScope.of("command.wall"), () -> {
      var screen = screens.holdByCode(hash(code)).filter(found ->
          found.standing(system.instant()) == WallScreen.Standing.WAITING)
          .orElseThrow(() -> new Refused(Refusal.of("command.wall-link-spent")));
      var shortened = device.length() > DEVICE_NAME ? device.substring(0, DEVICE_NAME) : device;
      screens.bind(screen.id(), hash(secret), shortened, system.instant());
      audit.record("command.wall-open", new Subject("wall-screen", screen.id()),
          Map.of("name", screen.name(), "device", shortened));
      return new Opened(screens.find(screen.id()).orElseThrow(), secret);
    });
  }

  /** The screen with the secret, when it may look now. */
  public Optional<WallScreen> known(String secret) {
    return transactions.as(SystemScope.of("command.wall"), () -> {
      var now = system.instant();
      var found = screens.byDevice(hash(secret)).filter(screen -> screen.mayLook(now));
      found.filter(screen -> screen.seenAt() == null || screen.seenAt().plus(SEEN).isBefore(now))
          .ifPresent(screen -> screens.seen(screen.id(), now));
      return found;
    });
  }

  boolean mayLook(UUID screenId) {
    return transactions.as(SystemScope.of("command.wall"), () ->
        screens.find(screenId).filter(screen -> screen.mayLook(system.instant())).isPresent());
  }

  public List<WallScreen> all() {
    return transactions.here(screens::all);
  }

  /** At once: its streams are cut on every node, its next request is refused. */
  public void revoke(UUID id) {
    transactions.here(() -> {
      var screen = screens.find(id).orElseThrow(() -> new Refused(Refusal.of("common.not-found")));
      if (screens.revoke(id, system.instant())) {
        bulletin.post(HearNews.RIGHTS, id.toString());
        audit.record("command.wall-revoke", new Subject("wall-screen", id), Map.of("name", screen.name()));
      }
    });
  }

  private static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
