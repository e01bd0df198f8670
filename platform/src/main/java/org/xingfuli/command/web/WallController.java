package org.xingfuli.command.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;
import org.xingfuli.command.flow.ChartStream;
import org.xingfuli.command.flow.WallDoor;
import org.xingfuli.command.model.WallScreen;
import org.xingfuli.command.web.FigureViews.CausesView;
import org.xingfuli.command.web.FigureViews.DimensionsView;
import org.xingfuli.command.web.FigureViews.KpiTreeView;
import org.xingfuli.command.web.FigureViews.LeagueView;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Installation;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.ListBook;

/** The wall: all its pages in one answer, for a person and for a screen of its own; and who has let which screen in. */
@RestController
@RequestMapping("/api")
class WallController {

  private static final String COOKIE = "xingfuli-wall";

  private final CountedFigures figures;
  private final Charts charts;
  private final WallDoor door;
  private final ChartStream stream;
  private final Organisations organisations;
  private final Installation installation;
  private final IdentityProperties properties;
  private final BusinessClock today;
  private final Clock system;

  WallController(CountedFigures figures, Charts charts, WallDoor door, ChartStream stream, Organisations organisations,
      Installation installation, IdentityProperties properties, BusinessClock today, Clock system) {
    this.figures = figures;
    this.charts = charts;
    this.door = door;
    this.stream = stream;
    this.organisations = organisations;
    this.installation = installation;
    this.properties = properties;
    this.today = today;
    this.system = system;
  }

  /**
   * Everything a wall shows, read at one moment.
   *
   * @param screen what the screen is called; absent for a person
   * @param at when it was put together, by the platform's clock
   */
  record BoardView(
      String district, boolean sample, LocalDate today, Instant at, @Nullable String screen, @Nullable Instant expiresAt,
      ChartView chart, CausesView causes, LeagueView league, KpiTreeView kpis, DimensionsView dimensions) {}

  @GetMapping("/command/board")
  @Requires(Permission.CHART_READ)
  BoardView board() {
    return view(null);
  }

  private BoardView view(@Nullable WallScreen screen) {
    var chart = charts.of(null);
    var facts = figures.facts(chart.programme().id());
    return new BoardView(organisations.districtName(), installation.sample(), today.today(), system.instant(),
        screen == null ? null : screen.name(), screen == null ? null : screen.expiresAt(), chart, figures.causes(facts),
        figures.league(facts), figures.kpis(facts), figures.dimensions(facts, null));
  }

  /** What is typed or opened on the screen: the code of a link. */
  record WallCode(@NotBlank @Size(max = 100) String code) {}

  record Bound(String name, Instant expiresAt) {}

  /** Opens a link on the screen that will show the wall; the link works once. */
  @PostMapping("/wall/device")
  @Public(because = "the link itself is the secret, and works once")
  ResponseEntity<Bound> open(@RequestBody @Valid WallCode body, HttpServletRequest request) {
    var opened = door.open(body.code(), String.valueOf(request.getHeader(HttpHeaders.USER_AGENT)));
    var cookie = ResponseCookie.from(COOKIE, opened.secret()).httpOnly(true).sameSite("Strict").path("/api/wall")
        .secure(properties.secure()).maxAge(Duration.between(system.instant(), opened.screen().expiresAt())).build();
    return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString())
        .body(new Bound(opened.screen().name(), opened.screen().expiresAt()));
  }

  @GetMapping("/wall/board")
  @Public(because = "a screen is known by its own secret, held against what is stored at every request")
  BoardView screenBoard(HttpServletRequest request) {
    var screen = screen(request);
    return CurrentScope.with(screen.scope(), () -> view(screen));
  }

  @GetMapping(path = "/wall/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Public(because = "a screen is known by its own secret, held against what is stored at every request")
  SseEmitter screenEvents(HttpServletRequest request) {
    return stream.open(screen(request));
  }

  private WallScreen screen(HttpServletRequest request) {
    var cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new jakarta.servlet.http.Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE)).findFirst().flatMap(cookie -> door.known(cookie.getValue()))
        .orElseThrow(() -> new Refused(Refusal.of("common.sign-in-needed")));
  }

  @GetMapping("/wall-screens")
  @Requires(Permission.WALL_ISSUE)
  List<ScreenRow> screens() {
    return door.all().stream().map(screen -> row(screen, null)).toList();
  }

  /** Without the code of any link: it stands in the answer that issued it and nowhere else. */
  @GetMapping(path = "/wall-screens.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.WALL_ISSUE)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> screenBook() {
    return ListBook.answer("大屏授权", List.of("大屏 Screen", "状态 Standing", "签发人 Issued by", "签发时间 Issued", "到期 Expires",
        "链接有效至 Link until", "设备 Device", "启用时间 Opened", "最近在线 Last seen", "停用时间 Revoked"), screens().stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.name(), switch (row.standing()) {
              case WAITING -> "待启用";
              case LAPSED -> "链接已过期";
              case RUNNING -> "在用";
              case EXPIRED -> "已到期";
              case REVOKED -> "已停用";
            }, row.issuer(), ListBook.moment(row.issuedAt()), ListBook.moment(row.expiresAt()),
            ListBook.moment(row.codeUntil()), row.device(), ListBook.moment(row.boundAt()), ListBook.moment(row.seenAt()),
            ListBook.moment(row.revokedAt())))
        .toList());
  }

  /** @param months how long the screen may look, 1 to 12 */
  record ScreenBody(@NotBlank @Size(max = 40) String name, @NotNull @Min(1) @Max(12) Integer months) {}

  /** Issues a link; its code is in this answer and never again. */
  @PostMapping("/wall-screens")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.WALL_ISSUE)
  ScreenRow issue(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody @Valid ScreenBody body) {
    var issued = door.issue(key, body.name(), body.months());
    return row(issued.screen(), issued.code());
  }

  @DeleteMapping("/wall-screens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.WALL_ISSUE)
  void revoke(@PathVariable UUID id) {
    door.revoke(id);
  }

  /** @param code of the link, only where it was just issued */
  record ScreenRow(
      UUID id, String name, WallScreen.Standing standing, String issuer, Instant issuedAt, Instant expiresAt,
      Instant codeUntil, @Nullable String device, @Nullable Instant boundAt, @Nullable Instant seenAt,
      @Nullable Instant revokedAt, @Nullable String code) {}

  private ScreenRow row(WallScreen screen, @Nullable String code) {
    return new ScreenRow(screen.id(), screen.name(), screen.standing(system.instant()), screen.issuer(), screen.issuedAt(),
        screen.expiresAt(), screen.codeUntil(), screen.device(), screen.boundAt(), screen.seenAt(), screen.revokedAt(),
        code);
  }
}
