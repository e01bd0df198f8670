package org.xingfuli.identity.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.estates.Fault;
import org.xingfuli.exchange.estates.ListReader;
import org.xingfuli.exchange.estates.ListReader.Entry;
import org.xingfuli.exchange.estates.ListReader.Heading;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.flow.RegisterPerson.PersonCheck;
import org.xingfuli.identity.model.SignInName;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.identity.store.PersonStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Opens the accounts of a whole list. The workbook is checked whole; with one fault, nobody is put on record. It gives no
 * rights: those are granted by another hat.
 */
@Component
public class ImportPeople {

  private static final Heading NAME = new Heading("姓名", "Name", true, 50, "姓名，或只有岗位时填岗位");
  private static final Heading TITLE = new Heading("职务", "Title", true, 50, "如：街道科员");
  private static final Heading SIGN_IN = new Heading("登录名", "Sign-in name", true, 50, "小写字母、数字、点、横线");
  private static final Heading HOME = new Heading("单位", "Organisation", true, 100, "与组织表中的名称一致");
  private static final Heading PHONE = new Heading("工作电话", "Work telephone", false, 20, "用于接收通知，可不填");
  private static final int MOST = 2_000;

  private final ListReader reader = new ListReader(List.of(NAME, TITLE, SIGN_IN, HOME, PHONE), MOST);
  private final Transactions transactions;
  private final RequestLedger ledger;
  private final PersonStore people;
  private final OrganisationStore organisations;
  private final RegisterPerson register;
  private final Links links;
  private final Problems problems;
  private final Audit audit;

  ImportPeople(Transactions transactions, RequestLedger ledger, PersonStore people, OrganisationStore organisations,
      RegisterPerson register, Links links, Problems problems, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.people = people;
    this.organisations = organisations;
    this.register = register;
    this.links = links;
    this.problems = problems;
    this.audit = audit;
  }

  /** Somebody on record now, and the token of the link that sets the password. */
  public record Opened(UUID id, String name, String signInName, String token) {}

  /** What came of it: people, or faults. */
  public record Outcome(UUID id, List<Opened> people, List<Fault> faults, int faultCount) {}

  /** What a repeated request finds again; the links are made anew, since a token is stored nowhere. */
  record Done(UUID id, List<UUID> people) {}

  /** Carries the faults out of the transaction, which ends without having done anything. */
  private static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;
    private final int count;

    Faulty(List<Fault> faults, int count) {
      this.faults = faults;
      this.count = count;
    }
  }

  /** Reads the workbook and opens the accounts, or says everything that is wrong with it. */
  public Outcome read(@Nullable String key, byte[] file) {
    try {
      return transactions.here(() -> {
        var done = ledger.once(key, "identity.import-people", Done.class, () -> opened(file));
        var opened = people.byIds(done.people()).stream().collect(Collectors.toMap(p -> p.id(), p -> p));
        return new Outcome(done.id(), done.people().stream().map(opened::get).map(person -> new Opened(
            person.id(), person.name(), person.signInName(), links.forPerson(person.id()))).toList(), List.of(), 0);
      });
    } catch (Faulty faulty) {
      return new Outcome(UuidV7.create(), List.of(), faulty.faults, faulty.count);
    }
  }

  /** The empty list to fill in. */
  public void template(OutputStream out) throws IOException {
    reader.template("人员", List.of("示例：张三", "街道科员", "zhangsan.hongqiao", "虹桥街道", "0513-80000000"), out);
  }

  private Done opened(byte[] file) {
    var read = reader.read(file);
    var faults = new ArrayList<>(read.faults());
    var wanted = check(read.entries(), faults);
    if (!faults.isEmpty()) {
      throw new Faulty(faults, Math.max(read.faultCount(), faults.size()));
    }
    var id = UuidV7.create();
    var made = wanted.stream().map(register::insert).toList();
    audit.record("identity.import-people", new Subject("import", id), Map.of("people", made.size()));
    return new Done(id, made);
  }

  private List<RegisterPerson.Wanted> check(List<Entry> entries, List<Fault> faults) {
    var homes = new HashMap<String, List<Organisation>>();
    organisations.all().stream().filter(one -> !one.closed() && Reach.has(organisations.reach(one.id())))
        .forEach(one -> homes.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one));
    var taken = people.taken(entries.stream().map(entry -> SignInName.of(text(entry, SIGN_IN))).distinct().toList());
    var seen = new HashMap<String, Integer>();
    var wanted = new ArrayList<RegisterPerson.Wanted>();
    for (var entry : entries) {
      var account = SignInName.of(text(entry, SIGN_IN));
      var home = homes.getOrDefault(text(entry, HOME), List.of());
      for (var refusal : refusals(entry, account, home, taken.contains(account), seen.putIfAbsent(account, entry.number()))) {
        faults.add(fault(entry, refusal));
      }
      if (!home.isEmpty()) {
        wanted.add(new RegisterPerson.Wanted(
            text(entry, NAME), text(entry, TITLE), account, home.getFirst().id(), entry.text(PHONE)));
      }
    }
    return wanted;
  }

  /** What is wrong with a row beyond what the reader has noted; a cell that was noted is empty here and passed over. */
  private static List<Refusal> refusals(
      Entry entry, String account, List<Organisation> home, boolean taken, @Nullable Integer before) {
    var refusals = new ArrayList<Refusal>();
    if (!account.isEmpty()) {
      if (!SignInName.valid(account)) {
        refusals.add(Refusal.of("identity.bad-sign-in-name", Map.of("pointer", "/signInName", "name", account)));
      } else if (taken) {
        refusals.add(Refusal.of("identity.name-taken", Map.of("pointer", "/signInName", "name", account)));
      } else if (before != null) {
        refusals.add(Refusal.of("identity.row-twice", Map.of("pointer", "/signInName", "row", before)));
      }
    }
    refusals.addAll(PersonCheck.phoneFaults(entry.text(PHONE)));
    if (entry.text(HOME) != null && home.isEmpty()) {
      refusals.add(Refusal.of("identity.unknown-organisation", Map.of("pointer", "/organisationId")));
    } else if (home.size() > 1) {
      refusals.add(Refusal.of("identity.several-organisations", Map.of("pointer", "/organisationId", "count", home.size())));
    }
    return refusals;
  }

  private Fault fault(Entry entry, Refusal refusal) {
    var said = problems.of(List.of(refusal)).errors().getFirst();
    var heading = switch (said.pointer()) {
      case "/signInName" -> SIGN_IN;
      case "/phone" -> PHONE;
      default -> HOME;
    };
    // A telephone number is personal: the fault shows that there is one, not which.
    var value = heading == PHONE ? "*".repeat(text(entry, PHONE).length()) : text(entry, heading);
    return entry.fault(heading, said.code(), value, said.message(), said.messageEn(), said.maybe(), said.maybeEn());
  }

  private static String text(Entry entry, Heading heading) {
    var text = entry.text(heading);
    return text == null ? "" : text;
  }
}
