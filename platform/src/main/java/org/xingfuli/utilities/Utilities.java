package org.xingfuli.utilities;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.utilities.flow.PostNotice;
import org.xingfuli.utilities.flow.SetProviders;
import org.xingfuli.utilities.flow.SignRequest;
import org.xingfuli.utilities.flow.SubmitRequest;
import org.xingfuli.utilities.flow.WithdrawRequest;
import org.xingfuli.utilities.model.RequestDraft;
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
  public record Capacity(Service service, int perDay, int perWeek, boolean unconfirmed, String source) {}

  private final Transactions transactions;
  private final RequestStore requests;
  private final NoticeStore notices;
  private final RuleStore rules;
  private final SubmitRequest submit;
  private final SignRequest sign;
  private final WithdrawRequest withdraw;
  private final PostNotice post;
  private final SetProviders providers;

  Utilities(Transactions transactions, RequestStore requests, NoticeStore notices, RuleStore rules, SubmitRequest submit,
      SignRequest sign, WithdrawRequest withdraw, PostNotice post, SetProviders providers) {
    this.transactions = transactions;
    this.requests = requests;
    this.notices = notices;
    this.rules = rules;
    this.submit = submit;
    this.sign = sign;
    this.withdraw = withdraw;
    this.post = post;
    this.providers = providers;
  }

  /** The agreed windows of these estates, in the order of their days. */
  public List<AgreedWindow> agreed(Collection<UUID> estates) {
    return transactions.here(() -> requests.agreed(estates));
  }

  public List<Capacity> capacities() {
    return transactions.here(() -> rules.services()).stream()
        .map(s -> new Capacity(s.service(), s.perDay(), s.perWeek(), s.unconfirmed(), s.source())).toList();
  }

  /** What the demo asks for in somebody's place. */
  public record Wish(RequestKind kind, UUID estate, List<UUID> buildings, List<Service> services, String reason,
      @Nullable String contact, LocalDate from, LocalDate to) {}

  /** Asks, at the usual hours of a working day. */
  public UUID request(Wish wish) {
    return submit.submit(null, new RequestDraft(wish.kind(), wish.estate(), null, wish.buildings(), wish.services(),
        wish.reason(), wish.contact(), Window.days(wish.from(), wish.to()), List.of()));
  }

  public void agree(UUID request, Service service) {
    sign.sign(null, request, new Signed(service, Signed.Answer.AGREE, "", null));
  }

  public void refuse(UUID request, Service service, String reason) {
    sign.sign(null, request, new Signed(service, Signed.Answer.REFUSE, reason, null));
  }

  public void propose(UUID request, Service service, String reason, LocalDate from, LocalDate to) {
    sign.sign(null, request, new Signed(service, Signed.Answer.PROPOSE, reason, Window.days(from, to)));
  }

  public void withdraw(UUID request, String reason) {
    withdraw.withdraw(request, reason);
  }

  /** Notes that the sheets of a request hang in the stairwells of all its buildings. */
  public void post(UUID request, List<UUID> proof) {
    transactions.here(() -> notices.ofRequest(request)).forEach(notice -> post.post(notice.id(), proof));
  }

  public void provides(UUID organisation, List<Service> services) {
    providers.set(organisation, services);
  }
}
