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
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.TakeOrders;
import org.xingfuli.appeal.model.SentOrder;
import org.xingfuli.appeal.web.feeds.OrderAnswers.OrdersTaken;
import org.xingfuli.appeal.web.feeds.OrderAnswers.Read;

/**
 * Cases of the Woodpecker platform (民生“啄木鸟”): somebody who walks the streets finds something and photographs it. How the platform
 * itself writes its cases is not published; this form is ours until it is, and docs/reference/feeds.md says so.
 */
@RestController
@RequestMapping("/api/appeal-feeds/woodpecker")
class WoodpeckerController {

  private static final int MOST_PHOTOS = 9;

  private final OrderAnswers answers;
  private final OrderStandings standings;

  WoodpeckerController(OrderAnswers answers, OrderStandings standings) {
    this.answers = answers;
    this.standings = standings;
  }

  /** Some cases of the Woodpecker platform. */
  record WoodpeckerCases(@NotEmpty @Size(max = TakeOrders.MOST) @Valid List<@NotNull WoodpeckerCase> cases) {}

  /**
   * A case of the Woodpecker platform.
   *
   * @param photos addresses of its photos on the other platform; kept as words, fetched by nobody
   * @param finder who found it
   */
  record WoodpeckerCase(@Nullable String caseNumber, @Nullable Integer revision, @Nullable String level, @Nullable String title,
      @Nullable String description, @Nullable String classCode, @Nullable String address, @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude, @Nullable String foundAt, @Nullable @Size(max = MOST_PHOTOS) List<String> photos,
      @Nullable WoodpeckerFinder finder) {}

  /** Who found it. */
  record WoodpeckerFinder(@Nullable String name, @Nullable String phone) {}

  @PostMapping("/cases")
  @Requires(Permission.APPEAL_INTAKE)
  OrdersTaken cases(@RequestBody @Valid WoodpeckerCases body) {
    return answers.taken(Channel.WOODPECKER, body.cases(), WoodpeckerController::read);
  }

  private static Read read(WoodpeckerCase found) {
    var reading = new OrderReading();
    var finder = Objects.requireNonNullElse(found.finder(), new WoodpeckerFinder(null, null));
    var words = new StringBuilder(Objects.requireNonNullElse(found.description(), "").strip());
    for (var photo : Objects.requireNonNullElse(found.photos(), List.<String>of())) {
      words.append("\n照片：").append(photo.strip());
    }
    var name = OrderReading.known(finder.name());
    var phone = OrderReading.known(finder.phone());
    var read = new SentOrder(Objects.requireNonNullElse(OrderReading.text(found.caseNumber()), ""),
        Objects.requireNonNullElse(found.revision(), 1), AppealKind.REPORT, reading.urgency("/level", found.level()),
        OrderReading.text(found.title()), words.toString(), OrderReading.text(found.classCode()), false,
        OrderReading.text(found.address()), reading.degree("/latitude", found.latitude(), 90),
        reading.degree("/longitude", found.longitude(), 180),
        OrderReading.complainant(reading.who("/finder", null, name != null || phone != null), name, phone, null),
        reading.moment("/foundAt", found.foundAt()));
    return new Read(read, reading.faults());
  }

  /** Where a case stands. */
  @GetMapping("/cases/{number}")
  @Requires(Permission.APPEAL_READ)
  OrderStandings.OrderStanding standing(@PathVariable String number) {
    return standings.of(Channel.WOODPECKER, number);
  }

  @GetMapping(path = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
  @Public(because = "the form of a case tells nothing of anybody, and who builds the other side needs it")
  Resource schema() {
    return new ClassPathResource("feeds/woodpecker.schema.json");
  }
}
