package org.xingfuli.appeal.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.OpeningHours;
import org.xingfuli.appeal.model.OpeningHours.Span;
import org.xingfuli.appeal.model.ReceptionPoint;
import org.xingfuli.appeal.model.Shift;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** The street and the community open reception points at their estates, set their hours, and say who sits there when. */
@Component
public class EditReception {

  private static final int MOST_NAME = 60;
  private static final int MOST_PLACE = 200;
  private static final String PHONE = "[0-9 +-]{6,20}";

  /** So many days of a roster are written at once. */
  private static final int MOST_DAYS = 62;

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  /** A point as somebody wants it. */
  public record Wanted(String name, String place, String phone, LocalDate activeFrom, @Nullable LocalDate activeTo, List<Span> hours) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ReceptionStore store;
  private final Estates estates;
  private final Audit audit;

  EditReception(Transactions transactions, RequestLedger ledger, ReceptionStore store, Estates estates, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.estates = estates;
    this.audit = audit;
  }

  /** Opens a point at an estate within reach. */
  public UUID open(@Nullable String key, UUID estate, Wanted wanted) {
    return transactions.here(() -> ledger.once(key, "reception.open", Done.class, () -> {
      Refused.ifAny(faults(wanted));
      var found = estates.find(estate).orElseThrow(() -> new Refused(Refusal.of("appeal.no-such-estate", Map.of("pointer", "/estateId"))));
      var point = new ReceptionPoint(UuidV7.create(), found.area(), estate, wanted.name().strip(), wanted.place().strip(),
          wanted.phone().strip(), wanted.activeFrom(), wanted.activeTo(), new OpeningHours(wanted.hours()), 1);
      store.insert(point);
      audit.record("reception.open", new Subject("reception-point", point.id()), Map.of("name", point.name(), "estate", estate.toString()));
      return new Done(point.id());
    })).id();
  }

  /**
   * Changes a point; the estate it serves stays.
   *
   * @param version that was seen
   */
  public void change(UUID id, int version, Wanted wanted) {
    transactions.here(() -> {
      var point = store.find(id).orElseThrow(Problems::absent);
      Refused.ifAny(faults(wanted));
      boolean changed = store.change(new ReceptionPoint(id, point.area(), point.estate(), wanted.name().strip(), wanted.place().strip(),
          wanted.phone().strip(), wanted.activeFrom(), wanted.activeTo(), new OpeningHours(wanted.hours()), version));
      if (!changed) {
        throw new Refused(Refusal.of("reception.changed-meanwhile", Map.of("name", point.name())));
      }
      audit.record("reception.change", new Subject("reception-point", id), Map.of("name", wanted.name().strip()));
    });
  }

  private static List<Refusal> faults(Wanted wanted) {
    var faults = new ArrayList<Refusal>();
    text(faults, wanted.name(), "/name", MOST_NAME);
    text(faults, wanted.place(), "/place", MOST_PLACE);
    if (!wanted.phone().strip().matches(PHONE)) {
      faults.add(Refusal.of("reception.phone", Map.of("pointer", "/phone", "phone", wanted.phone())));
    }
    var last = wanted.activeTo();
    if (last != null && last.isBefore(wanted.activeFrom())) {
      faults.add(Refusal.of("reception.ends-first", Map.of("pointer", "/activeTo", "from", wanted.activeFrom().toString(), "to",
          last.toString())));
    }
    faults.addAll(OpeningHours.faults(wanted.hours(), "/hours"));
    return faults;
  }

  private static void text(List<Refusal> faults, String text, String pointer, int most) {
    if (text.isBlank()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", pointer)));
    } else if (text.strip().length() > most) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer, "most", most, "length", text.strip().length())));
    }
  }

  /** Writes the roster of these days anew; what is not named is nobody's duty and shows as a gap. */
  public void roster(UUID id, LocalDate from, LocalDate to, List<Shift> shifts) {
    transactions.here(() -> {
      var point = store.find(id).orElseThrow(Problems::absent);
      if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
        throw new Refused(Refusal.of("reception.days", Map.of("pointer", "/to", "from", from.toString(), "to", to.toString(), "most",
            MOST_DAYS)));
      }
      Refused.ifAny(Shift.faults(shifts, from, to));
      store.replace(point, from, to, shifts);
      audit.record("reception.roster", new Subject("reception-point", id), Map.of("from", from.toString(), "to", to.toString(), "shifts",
          shifts.size()));
    });
  }
}
