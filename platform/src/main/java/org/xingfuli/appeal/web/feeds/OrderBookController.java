package org.xingfuli.appeal.web.feeds;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.flow.TakeOrders;
import org.xingfuli.appeal.flow.TakeOrders.Answer;
import org.xingfuli.appeal.flow.TakeOrders.Fate;
import org.xingfuli.appeal.model.SentOrder;
import org.xingfuli.exchange.estates.Fault;
import org.xingfuli.exchange.estates.ListReader;
import org.xingfuli.exchange.estates.ListReader.Entry;
import org.xingfuli.exchange.estates.ListReader.Heading;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.wire.ListBook;

/** The hotline's orders as a workbook, for cities whose system sends none. Checked whole; with one fault nothing is taken in. */
@RestController
@RequestMapping("/api/appeal-feeds/hotline-12345")
class OrderBookController {

  private static final int MOST = 5_000;

  private static final Heading NUMBER = new Heading("工单编号", "Order number", true, 60, "12345 系统里的编号");
  private static final Heading REVISION = new Heading("版本", "Revision", false, 9, "更正过的工单填 2、3……，可不填");
  private static final Heading RECEIVED = new Heading("来电时间", "Received", false, 30, "如 2022-04-20 09:30");
  private static final Heading KIND = new Heading("诉求类型", "Kind", true, 10, "咨询、求助、投诉、建议、举报、信访");
  private static final Heading URGENCY = new Heading("紧急程度", "Urgency", false, 10, "紧急、加急、一般，可不填");
  private static final Heading TITLE = new Heading("标题", "Title", false, 60, "可不填");
  private static final Heading CONTENT = new Heading("诉求内容", "Content", true, 4_000, "原话");
  private static final Heading ADDRESS = new Heading("地址", "Address", false, 200, "小区、楼栋写得越全越好");
  private static final Heading NAME = new Heading("姓名", "Name", false, 60, "可不填");
  private static final Heading PHONE = new Heading("联系电话", "Telephone", false, 30, "可不填");
  private static final Heading CONFIDENTIAL = new Heading("保密", "Confidential", false, 5, "是或否");

  /** Which column the place of a fault in an order stands for. */
  private static final Map<String, Heading> HEADINGS = Map.ofEntries(Map.entry("/number", NUMBER), Map.entry("/revision", REVISION),
      Map.entry("/receivedAt", RECEIVED), Map.entry("/saidAt", RECEIVED), Map.entry("/kind", KIND), Map.entry("/urgency", URGENCY),
      Map.entry("/title", TITLE), Map.entry("/words", CONTENT), Map.entry("/place", ADDRESS), Map.entry("/complainant/name", NAME),
      Map.entry("/complainant/phone", PHONE), Map.entry("/confidential", CONFIDENTIAL));

  private final ListReader reader = new ListReader(
      List.of(NUMBER, REVISION, RECEIVED, KIND, URGENCY, TITLE, CONTENT, ADDRESS, NAME, PHONE, CONFIDENTIAL), MOST);
  private final TakeOrders take;
  private final OrderAnswers answers;
  private final BusinessClock clock;

  OrderBookController(TakeOrders take, OrderAnswers answers, BusinessClock clock) {
    this.take = take;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * What came of a workbook; with faults nothing was taken in.
   *
   * @param faultCount how many there are, listed or not
   */
  record OrderBook(int received, int known, int corrected, List<Fault> faults, int faultCount) {}

  @GetMapping(path = "/workbook-template", produces = ListBook.TYPE)
  @Requires(Permission.APPEAL_INTAKE)
  @ApiResponse(responseCode = "200", content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> template() throws IOException {
    var out = new ByteArrayOutputStream();
    reader.template("工单", List.of("示例：20220420001", "1", "2022-04-20 09:30", "投诉", "一般", "楼道灯不亮", "三楼楼道灯坏了半个月，老人摸黑上楼。",
        "工人新村11幢2单元", "王女士", "13900000000", "否"), out);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(ListBook.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("幸福里-12345工单导入模板.xlsx", StandardCharsets.UTF_8).build().toString())
        .body(out.toByteArray());
  }

  @PostMapping(path = "/workbook", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.APPEAL_INTAKE)
  OrderBook workbook(@RequestPart("file") MultipartFile file) throws IOException {
    var read = reader.read(file.getBytes());
    var faults = new ArrayList<>(read.faults());
    var entries = new ArrayList<Entry>();
    var orders = new ArrayList<SentOrder>();
    for (var entry : read.entries()) {
      var reading = new OrderReading();
      var order = order(entry, reading);
      var wrong = new ArrayList<>(reading.faults());
      if (entry.sound()) {
        wrong.addAll(TakeOrders.faults(order, clock.now()));
      }
      wrong.forEach(refusal -> faults.add(fault(entry, refusal)));
      entries.add(entry);
      orders.add(order);
    }
    if (!faults.isEmpty()) {
      return new OrderBook(0, 0, 0, faults, Math.max(read.faultCount(), faults.size()));
    }
    var taken = take.allOrNone(Channel.HOTLINE_12345, orders);
    for (int at = 0; at < taken.size(); at++) {
      var entry = entries.get(at);
      taken.get(at).refusals().forEach(refusal -> faults.add(fault(entry, refusal)));
    }
    return faults.isEmpty()
        ? new OrderBook(count(taken, Fate.RECEIVED), count(taken, Fate.KNOWN), count(taken, Fate.CORRECTED), List.of(), 0)
        : new OrderBook(0, 0, 0, faults, faults.size());
  }

  private static int count(List<Answer> taken, Fate fate) {
    return (int) taken.stream().filter(one -> one.fate() == fate).count();
  }

  private static SentOrder order(Entry entry, OrderReading reading) {
    var name = OrderReading.known(entry.text(NAME));
    var phone = OrderReading.known(entry.text(PHONE));
    return new SentOrder(Objects.requireNonNullElse(OrderReading.text(entry.text(NUMBER)), ""),
        reading.revision("/revision", entry.text(REVISION)), reading.kind("/kind", entry.text(KIND)),
        reading.urgency("/urgency", entry.text(URGENCY)), OrderReading.text(entry.text(TITLE)),
        Objects.requireNonNullElse(entry.text(CONTENT), ""), null, reading.yes("/confidential", entry.text(CONFIDENTIAL)),
        OrderReading.text(entry.text(ADDRESS)), null, null,
        OrderReading.complainant(reading.who("/caller/kind", null, name != null || phone != null), name, phone, null),
        reading.moment("/receivedAt", entry.text(RECEIVED)));
  }

  private Fault fault(Entry entry, Refusal refusal) {
    var said = answers.faults(List.of(refusal)).getFirst();
    var heading = HEADINGS.getOrDefault(said.pointer(), NUMBER);
    @Nullable String value = entry.text(heading);
    // A telephone number is personal: the fault shows that there is one, not which.
    var shown = value == null ? "" : heading == PHONE || heading == NAME ? "*".repeat(value.length())
        : value.length() > 40 ? value.substring(0, 40) + "…" : value;
    return entry.fault(heading, said.code(), shown, said.message(), said.messageEn(), said.maybe(), said.maybeEn());
  }
}
