package org.xingfuli.appeal.flow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.appeal.store.ResidentStore.PlaceCode;
import org.xingfuli.appeal.store.ResidentStore;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;

/**
 * What a resident does without an account: reports from the code at the stairwell, looks how it stands by number and telephone, and
 * says how it turned out. A wrong pair is answered like an unknown one, and whoever tries many is told to wait.
 */
@Component
public class ResidentDoor {

  private static final String TASK = "appeal.resident-page";
  private static final String TITLE = "居民页面";
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int CODE = 10;
  private static final int MOST_PHOTOS = 6;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Duration TICKET = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);

  /** How often from one address, and within which time; and how many wrong keys a number bears in a day. Assumptions. */
  private static final int REPORTS = 20;
  private static final Duration REPORTED = Duration.ofHours(1);
  private static final int LOOKS = 60;
  private static final Duration LOOKED = Duration.ofMinutes(10);
  private static final int WRONG = 10;

  private final Transactions transactions;
  private final ResidentStore store;
  private final AppealStore appeals;
  private final ReceiveAppeal receive;
  private final CallBackAppeal callBack;
  private final PhoneKeys keys;
  private final Estates estates;
  private final Evidence evidence;
  private final BusinessClock clock;
  private final Clock system;

  ResidentDoor(Transactions transactions, ResidentStore store, AppealStore appeals, ReceiveAppeal receive, CallBackAppeal callBack,
      PhoneKeys keys, Estates estates, Evidence evidence, BusinessClock clock, Clock system) {
    this.transactions = transactions;
    this.store = store;
    this.appeals = appeals;
    this.receive = receive;
    this.callBack = callBack;
    this.keys = keys;
    this.estates = estates;
    this.evidence = evidence;
    this.clock = clock;
    this.system = system;
  }

  /**
   * What a resident reports.
   *
   * @param consent that name and telephone are used to answer and to call back
   */
  public record Report(String placeCode, @Nullable Integer stairwell, @Nullable String classCode, String text, @Nullable String name,
      @Nullable String phone, boolean consent, boolean confidential) {}

  /** What the resident is told: the number, and the code that opens it for who left no telephone. */
  public record Receipt(Appeal appeal, @Nullable String lookupCode) {}

  /** An appeal that was opened, with the ticket for what follows. */
  public record Opened(Appeal appeal, String ticket) {}

  private static Scope scope() {
    return SystemScope.of(TASK);
  }

  /** The place of a code. */
  public PlaceCode place(String code) {
    return transactions.as(scope(), () -> store.place(code).orElseThrow(Problems::absent));
  }

  /** Every building of the estate with its code, made where there is none; within the caller's reach. */
  public List<PlaceCode> codes(UUID estate) {
    return transactions.here(() -> {
      var found = estates.find(estate).orElseThrow(Problems::absent);
      var known = store.codes(estate).stream().map(PlaceCode::buildingId).toList();
      estates.buildingNumbers(estate).forEach((building, number) -> {
        if (!known.contains(building)) {
          store.insert(new PlaceCode(random(), building, number, estate, found.area()), clock.now());
        }
      });
      return store.codes(estate);
    });
  }

  private static String random() {
    return RANDOM.ints(CODE, 0, LETTERS.length()).mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
        .reduce("", String::concat);
  }

  /** Takes a report in with its photos, all of it or nothing; sent again under its key it is the same appeal. */
  public Receipt report(String key, String address, Report report, List<byte[]> photos) {
    var place = place(report.placeCode());
    var name = blank(report.name());
    var phone = blank(report.phone());
    if ((name != null || phone != null) && !report.consent()) {
      throw new Refused(Refusal.of("appeal.no-consent", Map.of("pointer", "/consent")));
    }
    if (photos.size() > MOST_PHOTOS) {
      throw new Refused(Refusal.of("appeal.many-photos", Map.of("pointer", "/photos", "most", MOST_PHOTOS)));
    }
    limited("report " + address, REPORTS, REPORTED);
    var now = clock.now();
    var who = name == null && phone == null ? Complainant.ANONYMOUS : new Complainant(Complainant.Kind.RESIDENT, name, phone, null,
        phone == null ? Complainant.ReplyBy.PAGE : Complainant.ReplyBy.PHONE, now);
    var said = new NewAppeal(Channel.RESIDENT_PAGE, null, AppealKind.COMPLAINT, null, null, report.text(), blank(report.classCode()),
        report.confidential(), new NewAppeal.Where(place.area(), place.estate(), place.buildingId(), place.building(),
            report.stairwell(), null, null, null), who, now);
    // In one transaction: a photo that is refused leaves no appeal behind that would be reported again under another key.
    return transactions.as(scope(), () -> {
      var received = receive.here("resident." + key, said, hashes(photos), new By(scope().principal(), TITLE));
      var appeal = appeals.find(received.id()).orElseThrow();
      if (!received.again() && !photos.isEmpty()) {
        var items = photos.stream().map(photo -> evidence.attach(NewEvidence.of(place.estate(), "photo.jpg", "居民拍摄"), photo)).toList();
        evidence.refer(items, place.estate(), "appeal", appeal.id());
      }
      if (phone != null) {
        return new Receipt(appeal, null);
      }
      return new Receipt(appeal, receiptCode(appeal, key));
    });
  }

  /** The code of a receipt; it follows from the key, so that a lost answer can be asked again. Joins the running transaction. */
  String receiptCode(Appeal appeal, String key) {
    var code = code(keys.ofText("receipt", key));
    store.lookup(appeal, keys.ofText("lookup", code));
    return code;
  }

  private static String hashes(List<byte[]> photos) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return photos.stream().map(photo -> HexFormat.of().formatHex(digest.digest(photo))).collect(Collectors.joining(" "));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(byte[] bytes) {
    var code = new StringBuilder();
    for (int at = 0; at < CODE; at++) {
      code.append(LETTERS.charAt(Math.floorMod(bytes[at], LETTERS.length())));
    }
    return code.toString();
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Opens an appeal to who knows its number and the telephone it was left with, or the code of its receipt. */
  public Opened look(String address, String number, String phoneOrCode) {
    limited("look " + address, LOOKS, LOOKED);
    @Nullable Opened opened = transactions.<@Nullable Opened>as(scope(), () -> {
      var wrong = keys.ofText("wrong", number.strip());
      if (store.attempts(wrong, system.instant().minus(DAY)) >= WRONG) {
        throw new Refused(Refusal.of("common.too-many"));
      }
      var appeal = appeals.byNumber(number.strip()).orElse(null);
      var phone = keys.of(phoneOrCode);
      var lookup = keys.ofText("lookup", phoneOrCode.strip().toUpperCase(Locale.ROOT));
      // An unknown number is looked for as long as a known one.
      boolean opens = store.opens(appeal == null ? NOBODY : appeal.id(), phone, lookup);
      return appeal != null && opens ? open(appeal) : null;
    });
    return opened == null ? wrong(number) : opened;
  }

  /** Counted in a transaction of its own, which stands although the question is refused. */
  private Opened wrong(String number) {
    var now = system.instant();
    transactions.run(scope(), () -> store.attempt(keys.ofText("wrong", number.strip()), now, now));
    throw Problems.absent();
  }

  private Opened open(Appeal appeal) {
    var secret = new byte[32];
    RANDOM.nextBytes(secret);
    var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    store.ticket(keys.ofText("ticket", ticket), appeal, system.instant().plus(TICKET));
    return new Opened(appeal, ticket);
  }

  /** The appeal a ticket opens. */
  public Appeal byTicket(String ticket) {
    return transactions.as(scope(), () -> store.byTicket(keys.ofText("ticket", ticket), system.instant()).flatMap(appeals::find)
        .orElseThrow(() -> new Refused(Refusal.of("appeal.ticket-lapsed"))));
  }

  /** The complainant says how it turned out: settled, or not; not settled opens it again, also after it was closed. */
  public Opened confirm(String ticket, boolean satisfied, @Nullable String words) {
    return transactions.as(scope(), () -> {
      var id = store.byTicket(keys.ofText("ticket", ticket), system.instant())
          .orElseThrow(() -> new Refused(Refusal.of("appeal.ticket-lapsed")));
      var appeal = appeals.lock(id).orElseThrow(Problems::absent);
      var by = new By(scope().principal(), "诉求人");
      Instant now = clock.now();
      if (!satisfied && (appeal.state() == AppealState.CLOSED || appeal.state() == AppealState.ARCHIVED)) {
        callBack.refuseClosed(appeal, words, by, now);
      } else {
        callBack.calledBack(appeal, new CallBackAppeal.Said(satisfied ? Result.SATISFIED : Result.UNSATISFIED, null, words), by, true, now);
      }
      return new Opened(appeals.find(id).orElseThrow(), ticket);
    });
  }

  private void limited(String what, int most, Duration within) {
    var now = system.instant();
    long asked = transactions.as(scope(), () -> store.attempt(keys.ofText("limit", what), now, now.minus(within)));
    if (asked > most) {
      throw new Refused(Refusal.of("common.too-many"));
    }
  }

  /** Forgets what has lapsed. */
  void forget() {
    var now = system.instant();
    transactions.run(scope(), () -> store.forget(now, now.minus(DAY)));
  }
}
