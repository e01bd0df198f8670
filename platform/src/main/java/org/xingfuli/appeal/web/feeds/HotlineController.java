package org.xingfuli.appeal.web.feeds;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.TakeOrders;
import org.xingfuli.appeal.model.SentOrder;
import org.xingfuli.appeal.web.feeds.OrderAnswers.OrdersTaken;
import org.xingfuli.appeal.web.feeds.OrderAnswers.Read;

/**
 * The orders of the 12345 hotline. Its system pushes one or sends hundreds, again after a break, and corrected; docs/reference/feeds.md
 * has the form.
 */
@RestController
@RequestMapping("/api/appeal-feeds/hotline-12345")
class HotlineController {

  private final OrderAnswers answers;
  private final OrderStandings standings;

  HotlineController(OrderAnswers answers, OrderStandings standings) {
    this.answers = answers;
    this.standings = standings;
  }

  /** Some orders of the hotline. */
  record HotlineOrders(@NotEmpty @Size(max = TakeOrders.MOST) @Valid List<@NotNull HotlineOrder> orders) {}

  /**
   * An order of the hotline; words may be given in Chinese or as our codes, times with a zone or in the district's.
   *
   * @param revision 1 where absent; a correction has a higher one
   * @param kind 咨询, 求助, 投诉, 建议, 举报, 信访; 求助 where absent
   * @param address as it was said; estate and building are looked for in it
   * @param receivedAt when the hotline heard it
   */
  record HotlineOrder(@Nullable String orderNumber, @Nullable Integer revision, @Nullable String kind, @Nullable String urgency,
      @Nullable String title, @Nullable String content, @Nullable String classCode, @Nullable Boolean confidential,
      @Nullable String address, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, @Nullable String receivedAt,
      @Nullable HotlineCaller caller) {}

  /** Who called the hotline. */
  record HotlineCaller(@Nullable String kind, @Nullable String name, @Nullable String phone, @Nullable String door) {}

  @PostMapping("/orders")
  @Requires(Permission.APPEAL_INTAKE)
  OrdersTaken orders(@RequestBody @Valid HotlineOrders body) {
    return answers.taken(Channel.HOTLINE_12345, body.orders(), HotlineController::read);
  }

  private static Read read(HotlineOrder order) {
    var reading = new OrderReading();
    var caller = Objects.requireNonNullElse(order.caller(), new HotlineCaller(null, null, null, null));
    var name = OrderReading.known(caller.name());
    var phone = OrderReading.known(caller.phone());
    var door = OrderReading.text(caller.door());
    var kind = reading.who("/caller/kind", caller.kind(), name != null || phone != null);
    var read = new SentOrder(Objects.requireNonNullElse(OrderReading.text(order.orderNumber()), ""),
        Objects.requireNonNullElse(order.revision(), 1), reading.kind("/kind", order.kind()), reading.urgency("/urgency", order.urgency()),
        OrderReading.text(order.title()), Objects.requireNonNullElse(order.content(), ""), OrderReading.text(order.classCode()),
        Boolean.TRUE.equals(order.confidential()), OrderReading.text(order.address()), reading.degree("/latitude", order.latitude(), 90),
        reading.degree("/longitude", order.longitude(), 180), OrderReading.complainant(kind, name, phone, door),
        reading.moment("/receivedAt", order.receivedAt()));
    return new Read(read, reading.faults());
  }

  /** Where an order stands: what the hotline tells the resident who calls again. */
  @GetMapping("/orders/{number}")
  @Requires(Permission.APPEAL_READ)
  OrderStandings.OrderStanding standing(@PathVariable String number) {
    return standings.of(Channel.HOTLINE_12345, number);
  }

  @GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
  @Public(because = "the form of an order tells nothing of anybody, and who builds the other side needs it")
  Resource schema() {
    return new ClassPathResource("feeds/hotline-12345.schema.json");
  }
}
