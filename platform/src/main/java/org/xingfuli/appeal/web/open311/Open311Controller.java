package org.xingfuli.appeal.web.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.FileServiceRequest;
import org.xingfuli.appeal.store.Open311Store.Standing;
import org.xingfuli.appeal.store.Open311Store.Wanted;
import org.xingfuli.appeal.store.Open311Store;
import org.xingfuli.appeal.web.open311.Document.Format;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.CaseClass;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.PublicAddress;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;

/**
 * Open311 GeoReport v2 (open311.github.io, GeoReport v2). Services and where requests stand are read without a key, as the standard
 * has it; the words of a request, its place and its reply are told only to the key that sent it, since they may name people.
 */
@RestController
@RequestMapping("/open311/v2")
class Open311Controller {

  /** "The smallest of 90 days or the first 1000 requests" (GET Service Requests). */
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final int MOST = 1_000;
  private static final int MOST_NAMED = 200;

  private static final Scope READER = SystemScope.of("appeal.open311");
  private static final String WHY = "GeoReport v2 asks for no key here, and nothing told names anybody";

  private final Transactions transactions;
  private final Services services;
  private final ServiceRequestForm forms;
  private final FileServiceRequest file;
  private final Open311Store store;
  private final Organisations organisations;
  private final PublicAddress address;
  private final BusinessClock clock;

  Open311Controller(Transactions transactions, Services services, ServiceRequestForm forms, FileServiceRequest file, Open311Store store,
      Organisations organisations, PublicAddress address, BusinessClock clock) {
    this.transactions = transactions;
    this.services = services;
    this.forms = forms;
    this.file = file;
    this.store = store;
    this.organisations = organisations;
    this.address = address;
    this.clock = clock;
  }

  @GetMapping("/discovery.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> discovery(@PathVariable String format) {
    return answer(format, HttpStatus.OK, Document.one("discovery", Document.fields("changeset", "2026-11-28T00:00:00Z",
        "contact", organisations.districtName(), "key_service", "我的账号 → 机器令牌 My account → Tokens of machines", "endpoints", List.of(
            Document.fields("specification", "http://wiki.open311.org/GeoReport_v2", "url", address.base() + "/open311/v2",
                "changeset", "2026-11-28T00:00:00Z", "type", "production", "formats", List.of("text/xml", "application/json"))))));
  }

  @GetMapping("/services.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> services(@PathVariable String format, @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
    jurisdiction(jurisdiction);
    return answer(format, HttpStatus.OK, Document.list("services", services.all().stream().map(one -> {
      var path = services.path(one);
      return Document.fields("service_code", one.code(), "service_name", one.zh(), "description", String.join(" / ", path),
          "metadata", !services.questions(one.code()).isEmpty(), "type", "realtime", "keywords", one.zh() + "," + one.en(),
          "group", path.getFirst());
    }).toList()));
  }

  @GetMapping("/services/{serviceCode:[A-Za-z0-9_]+}.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> definition(@PathVariable String serviceCode, @PathVariable String format,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
    jurisdiction(jurisdiction);
    if (services.find(serviceCode).isEmpty()) {
      throw Problems.absent();
    }
    var attributes = new ArrayList<Map<String, @Nullable Object>>();
    for (var one : services.questions(serviceCode)) {
      var values = one.values().entrySet().stream().map(value -> Document.fields("key", value.getKey(), "name", value.getValue())).toList();
      attributes.add(Document.fields("variable", true, "code", one.code(), "datatype", one.datatype().name().toLowerCase(Locale.ROOT),
          "required", one.required(), "datatype_description", "", "order", attributes.size() + 1, "description", one.description(),
          "values", values));
    }
    return answer(format, HttpStatus.OK, Document.one("service_definition",
        Document.fields("service_code", serviceCode, "attributes", attributes)));
  }

  @PostMapping("/requests.{format:xml|json}")
  @Requires(Permission.APPEAL_INTAKE)
  ResponseEntity<byte[]> request(@PathVariable String format, HttpServletRequest request) {
    // A key of the client's own, unknown to the standard; the appeal itself keeps it.
    var key = request.getHeader("Idempotency-Key");
    jurisdiction(request.getParameter("jurisdiction_id"));
    var received = file.file(key == null ? null : "open311." + key, forms.read(request.getParameterMap()));
    return answer(format, HttpStatus.CREATED, Document.list("service_requests", List.of(Document.fields("service_request_id", received.number(),
        "service_notice", "已收到，凭编号和电话可查办理进度。 Received; follow it by its number and telephone.",
        "account_id", Objects.requireNonNullElse(request.getParameter("account_id"), "")))));
  }

  /** We number at once and hand out no tokens; whoever took our id for one is told the number all the same. */
  @GetMapping("/tokens/{openToken:[A-Za-z0-9-]+}.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> token(@PathVariable String openToken, @PathVariable String format,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
    jurisdiction(jurisdiction);
    var number = openToken.startsWith("SQ-")
        ? transactions.as(READER, () -> store.list(new Wanted(List.of(openToken), null, null, null, null), 1)).stream().map(Standing::number).findFirst()
        : transactions.as(READER, () -> uuid(openToken) == null ? Optional.<String>empty() : store.number(Objects.requireNonNull(uuid(openToken))));
    return answer(format, HttpStatus.OK, Document.list("service_requests", List.of(Document.fields(
        "service_request_id", number.orElseThrow(Problems::absent), "token", openToken))));
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  @GetMapping("/requests/{number:[A-Za-z0-9-]+}.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> one(@PathVariable String number, @PathVariable String format,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
    jurisdiction(jurisdiction);
    var found = transactions.as(READER, () -> store.list(new Wanted(List.of(number), null, null, null, null), 1));
    if (found.isEmpty()) {
      throw Problems.absent();
    }
    return told(format, found);
  }

  /** Ids override all else; without them the latest of a span of at most 90 days, the last 90 where none is named. */
  @GetMapping("/requests.{format:xml|json}")
  @Public(because = WHY)
  ResponseEntity<byte[]> requests(@PathVariable String format, @RequestParam(name = "service_request_id", required = false) @Nullable String ids,
      @RequestParam(name = "service_code", required = false) @Nullable String codes,
      @RequestParam(name = "start_date", required = false) @Nullable String start,
      @RequestParam(name = "end_date", required = false) @Nullable String end, @RequestParam(required = false) @Nullable String status,
      @RequestParam(name = "jurisdiction_id", required = false) @Nullable String jurisdiction) {
    jurisdiction(jurisdiction);
    if (ids != null && !ids.isBlank()) {
      var named = parts("service_request_id", ids);
      return told(format, transactions.as(READER, () -> store.list(new Wanted(named, null, null, null, null), MOST)));
    }
    var faults = new ArrayList<Refusal>();
    var from = moment("start_date", start, faults);
    var to = moment("end_date", end, faults);
    var open = open(status, faults);
    Refused.ifAny(faults);
    var last = to != null ? to : from != null ? from.plus(LONGEST) : clock.now();
    var first = from == null || from.isBefore(last.minus(LONGEST)) ? last.minus(LONGEST) : from;
    var wanted = new Wanted(null, codes == null || codes.isBlank() ? null : parts("service_code", codes), first, last, open);
    return told(format, transactions.as(READER, () -> store.list(wanted, MOST)));
  }

  private static List<String> parts(String name, String listed) {
    var parts = Arrays.stream(listed.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    if (parts.size() > MOST_NAMED) {
      throw new Refused(Refusal.of("appeal.open311-many", Map.of("pointer", "/" + name, "most", MOST_NAMED)));
    }
    return parts;
  }

  private static @Nullable Instant moment(String name, @Nullable String given, List<Refusal> faults) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      // A plus that was not escaped arrives as a blank.
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(given.strip().replace(' ', '+'), Instant::from);
    } catch (DateTimeException none) {
      faults.add(Refusal.of("appeal.open311-date", Map.of("pointer", "/" + name, "value", given.length() > 40 ? given.substring(0, 40) : given)));
      return null;
    }
  }

  private static @Nullable Boolean open(@Nullable String status, List<Refusal> faults) {
    if (status == null || status.isBlank()) {
      return null;
    }
    var named = Arrays.stream(status.split(",")).map(String::strip).toList();
    if (!List.of("open", "closed").containsAll(named)) {
      faults.add(Refusal.of("appeal.open311-status", Map.of("pointer", "/status", "value", status.length() > 40 ? status.substring(0, 40) : status)));
      return null;
    }
    return named.containsAll(List.of("open", "closed")) ? null : named.contains("open");
  }

  private void jurisdiction(@Nullable String named) {
    if (named != null && !named.isBlank() && !named.equals(organisations.districtArea())) {
      throw Problems.absent();
    }
  }

  private ResponseEntity<byte[]> told(String format, List<Standing> requests) {
    var units = requests.stream().flatMap(one -> Stream.ofNullable(one.agency())).distinct()
        .flatMap(id -> organisations.find(id).stream()).collect(Collectors.toMap(Organisation::id, Organisation::name));
    return answer(format, HttpStatus.OK, Document.list("service_requests", requests.stream().map(one -> {
      boolean own = CurrentScope.get().kind() == Scope.Kind.PERSON && CurrentScope.get().principal().equals(one.sentBy());
      var agency = one.agency() == null ? "" : units.getOrDefault(one.agency(), "");
      return Document.fields("service_request_id", one.number(), "status", one.state().open() ? "open" : "closed",
          "status_notes", one.state().words().zh() + " " + one.state().words().en() + (own && one.reply() != null ? "：" + one.reply() : ""),
          "service_name", services.find(one.beside().serviceCode()).map(CaseClass::zh).orElse(""), "service_code", one.beside().serviceCode(),
          "description", own ? one.words() : null, "agency_responsible", agency, "service_notice", "",
          "requested_datetime", at(one.requestedAt()), "updated_datetime", at(one.updatedAt()),
          "expected_datetime", one.expectedAt() == null ? null : at(one.expectedAt()), "address", own ? one.place() : null,
          "address_id", own ? one.beside().addressId() : null, "zipcode", null, "lat", own ? one.latitude() : null,
          "long", own ? one.longitude() : null, "media_url", own ? one.beside().mediaUrl() : null);
    }).toList()));
  }

  private static String at(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(BusinessClock.ZONE));
  }

  private static ResponseEntity<byte[]> answer(String format, HttpStatus status, Document document) {
    var form = Format.of(format);
    return ResponseEntity.status(status).header("Cache-Control", "no-store").contentType(form.type()).body(document.in(form));
  }

  @GetMapping("/**")
  @Public(because = "an address that is none is told so, in the form of the protocol")
  ResponseEntity<byte[]> nothing() {
    throw Problems.absent();
  }
}
