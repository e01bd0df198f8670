package org.xingfuli.utilities;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.flow.PostNotice;
import org.xingfuli.utilities.flow.SignRequest;
import org.xingfuli.utilities.flow.SubmitRequest;
import org.xingfuli.utilities.flow.WithdrawRequest;
import org.xingfuli.utilities.model.RequestDraft;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Rules;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;

/** Windows and capacities for other modules, with the eyes of the current scope; the acts on it are for the demo. */
@Component
public class Utilities {

  /**
   * How many windows a service can serve.
   *
   * @param unconfirmed the utility has not stated it
   */
  public record Capacity(UtilityService service, int perDay, int perWeek, boolean unconfirmed, String source) {}

  private final Transactions transactions;
  private final RequestStore requests;
  private final NoticeStore notices;
  private final RuleStore rules;
  private final SubmitRequest submit;
  private final SignRequest sign;
  private final WithdrawRequest withdraw;
  private final PostNotice post;

  Utilities(Transactions transactions, RequestStore requests, NoticeStore notices, RuleStore rules, SubmitRequest submit,
      SignRequest sign, WithdrawRequest withdraw, PostNotice post) {
    this.transactions = transactions;
    this.requests = requests;
    this.notices = notices;
    this.rules = rules;
    this.submit = submit;
    this.sign = sign;
    this.withdraw = withdraw;
    this.post = post;
  }

  /** The agreed windows of these estates, in the order of their days. */
  public List<AgreedWindow> agreed(Collection<UUID> estates) {
    return transactions.here(() -> requests.agreed(estates));
  }

  /** The agreed outages of a building that touch these days, both included, in their order. */
  public List<Outage> outages(UUID building, LocalDate from, LocalDate to) {
    return transactions.here(() -> requests.between(from, to)).stream()
        .filter(request -> request.kind() == RequestKind.OUTAGE && request.state() == RequestState.AGREED
            && request.buildings().stream().anyMatch(one -> one.id().equals(building)))
        .map(request -> new Outage(request.services(), request.window().firstDay(), request.window().lastDay(),
            request.window().from(), request.window().to()))
        .toList();
  }

  /** The agreed outages of these estates that touch these days, both included, in their order. */
  public List<AnnouncedOutage> announced(Collection<UUID> estates, LocalDate from, LocalDate to) {
    return transactions.here(() -> requests.between(from, to)).stream()
        .filter(request -> request.kind() == RequestKind.OUTAGE && request.state() == RequestState.AGREED
            && estates.contains(request.estateId()))
        .map(request -> new AnnouncedOutage(request.id(), request.number(), request.estateId(),
            request.buildings().stream().map(one -> new AnnouncedOutage.Building(one.id(), one.number())).toList(),
            new Outage(request.services(), request.window().firstDay(), request.window().lastDay(), request.window().from(),
                request.window().to()), request.requester()))
        .toList();
  }

  /** What is asked, of which service. */
  public record Matter(RequestKind kind, UtilityService service) {}

  /** The template's activities that wait for a window, by what it is for; an assumption until the command says otherwise. */
  public Map<Matter, List<String>> activityCodes() {
    return transactions.here(() -> rules.waiting()).stream().collect(Collectors.groupingBy(
        row -> new Matter(row.kind(), row.service()), Collectors.mapping(Rules.Waiting::activityCode, Collectors.toList())));
  }

  public List<Capacity> capacities() {
    return transactions.here(() -> rules.services()).stream()
        .map(s -> new Capacity(s.service(), s.perDay(), s.perWeek(), s.unconfirmed(), s.source())).toList();
  }

  /** What the demo asks for in somebody's place, at the usual hours of a working day. */
  public record Wish(RequestKind kind, UUID estate, List<UUID> buildings, List<UtilityService> services, String reason,
      @Nullable String contact, LocalDate from, LocalDate to, List<UUID> evidence) {}

  public UUID request(Wish wish, String title) {
    return submit.submit(null, new RequestDraft(wish.kind(), wish.estate(), null, wish.buildings(), wish.services(),
        wish.reason(), wish.contact(), Window.days(wish.from(), wish.to()), wish.evidence()), somebody(title));
  }

  public void agree(UUID request, UtilityService service) {
    answer(request, new Signed(service, Signed.Answer.AGREE, "", null));
  }

  public void refuse(UUID request, UtilityService service, String reason) {
    answer(request, new Signed(service, Signed.Answer.REFUSE, reason, null));
  }

  public void propose(UUID request, UtilityService service, String reason, LocalDate from, LocalDate to) {
    answer(request, new Signed(service, Signed.Answer.PROPOSE, reason, Window.days(from, to)));
  }

  private void answer(UUID request, Signed signed) {
    sign.sign(null, request, signed, somebody(signed.service().words().zh() + "专员"));
  }

  private static By somebody(String title) {
    return new By(UUID.nameUUIDFromBytes(("demo:" + title).getBytes(StandardCharsets.UTF_8)), title);
  }

  public void withdraw(UUID request, String reason) {
    withdraw.withdraw(null, request, reason);
  }

  /** Notes that the sheets of a request hang in the stairwells of all its buildings. */
  public void post(UUID request, List<UUID> proof) {
    transactions.here(() -> notices.ofRequest(request)).forEach(notice -> post.post(null, notice.id(), proof));
  }
}
