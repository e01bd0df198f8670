package org.xingfuli.access;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.xingfuli.estate.flow.AddBuilding;
import org.xingfuli.estate.model.BuildingEntry;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.identity.Accounts;
import org.xingfuli.identity.Accounts.Account;
import org.xingfuli.identity.Accounts.NewAccount;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;
import org.xingfuli.utilities.WindowAgreed;
import org.xingfuli.utilities.WindowChanged;
import org.xingfuli.utilities.flow.SubmitRequest;
import org.xingfuli.utilities.model.RequestDraft;
import org.xingfuli.utilities.model.Window;
import org.xingfuli.utilities.store.NoticeStore;

/** Requests to the utilities, their files and their sheets. */
@TestComponent
public final class UtilityObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final Utilities utilities;
  private final SubmitRequest submit;
  private final Evidence evidence;
  private final AddBuilding addBuilding;
  private final NoticeStore notices;
  private final Organisations organisations;
  private final Accounts accounts;
  private final BusinessClock clock;
  private final Queue<Object> told = new ConcurrentLinkedQueue<>();

  UtilityObjects(MatrixWorld world, Utilities utilities, SubmitRequest submit, Evidence evidence, AddBuilding addBuilding,
      NoticeStore notices, Organisations organisations, Accounts accounts,
      BusinessClock clock) {
    this.world = world;
    this.utilities = utilities;
    this.submit = submit;
    this.evidence = evidence;
    this.addBuilding = addBuilding;
    this.notices = notices;
    this.organisations = organisations;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Listens on whatever thread an act ran. */
  @EventListener({WindowAgreed.class, WindowChanged.class})
  void on(Object event) {
    told.add(event);
  }

  /** What was told of windows so far, of this kind. */
  public <T> List<T> told(Class<T> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(utility-requests|utility-notices|outage-sheets)/\\{id}.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    if (place == Place.NONE) {
      return Map.of("id", UUID.randomUUID().toString(), "file", UUID.randomUUID().toString());
    }
    var photo = world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(place), "m.jpg", "管线图"), Photos.jpeg(24, 16, 2)));
    var request = request(place, photo);
    if (!endpoint.contains("utility-requests")) {
      world.system(() -> {
        utilities.agree(request, UtilityService.GAS);
        return true;
      });
      var notice = world.system(() -> notices.ofRequest(request)).getFirst();
      proof = world.system(() ->
          evidence.attach(NewEvidence.of(world.estate(place), "n.jpg", "已张贴"), Photos.jpeg(24, 16, 3)));
      return Map.of("id", notice.id().toString());
    }
    return Map.of("id", request.toString(), "file", photo.toString());
  }

  private UUID proof = UUID.randomUUID();

  private static LocalDate last = LocalDate.EPOCH;

  private UUID request(Place place, UUID photo) {
    return world.system(() -> submit.submit(null, new RequestDraft(RequestKind.OUTAGE, world.estate(place), null,
        List.of(building(place)), List.of(UtilityService.GAS), "燃气立管改造", null, quiet(), List.of(photo))));
  }

  /** A free day in a week of its own, in months without holidays or examinations, so that no crew has been given away. */
  private Window quiet() {
    var earliest = clock.today().plusDays(40);
    var day = last.isBefore(earliest) ? earliest : last.plusDays(8);
    while (!Set.of(3, 7, 8, 11).contains(day.getMonthValue())) {
      day = day.plusDays(1);
    }
    last = day;
    return Window.days(day, day);
  }

  /** A request for an outage of the gas in an estate of the place. */
  public UUID request(Place place) {
    return request(place, world.system(() ->
        evidence.attach(NewEvidence.of(world.estate(place), "m.jpg", "管线图"), Photos.jpeg(24, 16, 2))));
  }

  /** The same, agreed by the gas company, so that a sheet must be put up. */
  public UUID agreed(Place place) {
    var request = request(place);
    world.system(() -> {
      utilities.agree(request, UtilityService.GAS);
      return true;
    });
    return request;
  }

  /** What a client sends to ask for an outage. */
  public Map<String, Object> asking(Place place, UtilityService... services) {
    var window = quiet();
    return Map.of("kind", "OUTAGE", "estateId", world.estate(place), "buildings", List.of(building(place)),
        "services", List.of(services), "reason", "立管改造", "window", Map.of("firstDay", window.firstDay().toString(),
            "lastDay", window.lastDay().toString(), "from", "09:00", "to", "16:00"));
  }

  /** Another free window, as a client sends it. */
  public Map<String, Object> window() {
    var window = quiet();
    return Map.of("firstDay", window.firstDay().toString(), "lastDay", window.lastDay().toString(), "from", "10:00",
        "to", "15:00");
  }

  /** An officer of a firm that signs for the service. */
  public Account officer(UtilityService service) {
    return world.system(() -> {
      var firm = organisations.addUtility(organisations.district().id(), service,
          "公司" + UUID.randomUUID().toString().substring(0, 8), null);
      return accounts.open(new NewAccount("officer-" + UUID.randomUUID().toString().substring(0, 8), "专员", "专员", firm.id(),
          Role.UTILITY_OFFICER, MatrixWorld.DISTRICT, null));
    });
  }

  /** A building nobody else needs. */
  public UUID building(Place place) {
    var entry = new BuildingEntry(
        UUID.randomUUID().toString().substring(0, 8), 6, 1990, new BigDecimal("1200"), 3, true);
    return Objects.requireNonNull(world.system(() -> addBuilding.add(null, world.estate(place), entry))).id();
  }

  @Override
  public @Nullable Object body(String endpoint) {
    if (endpoint.endsWith("/answers")) {
      return Map.of("service", "GAS", "answer", "REFUSE", "reason", "缺图纸");
    }
    if (endpoint.endsWith("/move")) {
      var window = quiet();
      return Map.of("window", Map.of("firstDay", window.firstDay().toString(), "lastDay", window.lastDay().toString(),
          "from", "10:00", "to", "15:00"));
    }
    if (endpoint.endsWith("/withdraw")) {
      return Map.of("reason", "不再需要");
    }
    if (endpoint.endsWith("/post")) {
      return Map.of("evidence", List.of(proof));
    }
    return MatrixObjects.super.body(endpoint);
  }
}
