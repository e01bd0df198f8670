package org.xingfuli.utilities.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;
import org.xingfuli.database.Installation;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.web.NoticeController.Hotline;
import org.xingfuli.wire.Problems;

/**
 * A sheet of the stairwell as whoever stands before it may read it, without an account: what hangs there anyway, less the words
 * and the duty number somebody typed, which may name people (personal-data.yaml). Nothing is listed, and the id of a sheet has
 * 62 random bits; knowing one tells nothing of another.
 */
@RestController
class OutageSheetController {

  /** So long a browser or a proxy may keep an answer: a moved window is told within a minute, a crowd asks once. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** The street never takes more connections to the database than these from those who work. */
  private static final int SEATS = 4;

  /** Where a sheet stands for its readers. */
  enum SheetStanding {
    /** The window holds. */
    STANDS,
    /** The sheet was taken back and another one hangs instead: the window is that one's. */
    MOVED,
    /** The sheet was taken back: nothing happens at its time, and what comes instead is not settled or will never come. */
    WITHDRAWN,
    /** The window is past. */
    OVER
  }

  /** What the page says. */
  record OutageSheetView(boolean sample, String district, SheetStanding standing, String estateName, String buildingNumber,
      List<UtilityService> services, WindowBody window, List<Hotline> hotlines) {}

  private final Transactions transactions;
  private final NoticeStore store;
  private final NoticeController notices;
  private final Estates estates;
  private final Organisations organisations;
  private final Installation installation;
  private final BusinessClock clock;
  private final Semaphore seats = new Semaphore(SEATS);

  OutageSheetController(Transactions transactions, NoticeStore store, NoticeController notices, Estates estates,
      Organisations organisations, Installation installation, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.notices = notices;
    this.estates = estates;
    this.organisations = organisations;
    this.installation = installation;
    this.clock = clock;
  }

  /** The page of a sheet, below the public address. */
  static String path(Notice notice) {
    return "/outage/" + notice.id();
  }

  @GetMapping("/api/outage-sheets/{id}")
  @Public(because = "it hangs in the stairwell: whoever reads the sheet reads this, and it names nobody")
  ResponseEntity<OutageSheetView> sheet(@PathVariable UUID id) {
    if (!seats.tryAcquire()) {
      throw new Refused(Refusal.of("common.too-many"));
    }
    try {
      return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT).cachePublic()).body(read(id));
    } finally {
      seats.release();
    }
  }

  private OutageSheetView read(UUID id) {
    return transactions.as(SystemScope.of("utilities.sheet"), () -> {
      var sheet = store.find(id).orElseThrow(Problems::absent);
      var stands = sheet.state() == NoticeState.WITHDRAWN ? store.standing(sheet).orElse(null) : sheet;
      var shown = stands == null ? sheet : stands;
      var hotlines = notices.hotlines();
      return new OutageSheetView(installation.sample(), organisations.districtName(),
          standing(sheet, stands), estates.names(List.of(shown.estateId())).getOrDefault(shown.estateId(), ""), shown.buildingNumber(),
          shown.services(), WindowBody.of(shown.window()),
          shown.services().stream().map(hotlines::get).filter(Objects::nonNull).toList());
    });
  }

  private SheetStanding standing(Notice sheet, @Nullable Notice stands) {
    if (stands == null) {
      return SheetStanding.WITHDRAWN;
    }
    if (stands.window().lastDay().isBefore(clock.today())) {
      return SheetStanding.OVER;
    }
    return stands == sheet ? SheetStanding.STANDS : SheetStanding.MOVED;
  }
}
