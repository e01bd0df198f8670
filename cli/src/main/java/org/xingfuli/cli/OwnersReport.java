package org.xingfuli.cli;

import java.util.List;
import java.util.Map;
import org.xingfuli.engine.consensus.owners.ElectionResult;
import org.xingfuli.engine.consensus.owners.ElectionResult.Candidate;
import org.xingfuli.engine.consensus.owners.MatterResult;
import org.xingfuli.engine.consensus.owners.MatterRule;
import org.xingfuli.engine.consensus.owners.Meter;
import org.xingfuli.engine.consensus.owners.Reason;
import org.xingfuli.kernel.Refusal;

/** Results of an owners' vote as JSON. Shares are as counted, so that both counts are seen in them: {@code 431/612}. */
final class OwnersReport {

  private OwnersReport() {}

  static void put(JsonLine line, MatterResult result) {
    line.put("participationArea", result.participationArea().counted()).put("participationHeads", result.participationHeads().counted())
        .put("quorum", result.quorum()).put("approvalArea", result.approvalArea().counted())
        .put("approvalHeads", result.approvalHeads().counted()).put("passed", result.passed())
        .json("reasons", reasons(result.reasons())).put("status", JsonLine.slug(result.status()));
    matter(line, result.matter().id(), result.rule(), result.matter().title());
    line.json("meters", new JsonLine().json("participationArea", meter(result.participationArea()))
        .json("participationHeads", meter(result.participationHeads())).json("approvalArea", meter(result.approvalArea()))
        .json("approvalHeads", meter(result.approvalHeads())).end());
  }

  /** The two shares of approval are those of the elected candidate with the fewest votes, or of the first candidate when none is. */
  static void put(JsonLine line, String id, String title, ElectionResult result) {
    List<Candidate> elected = result.candidates().stream().filter(each -> each.standing() == ElectionResult.Standing.ELECTED).toList();
    Candidate shown = elected.isEmpty() ? result.candidates().getFirst() : elected.getLast();
    line.put("participationArea", result.participationArea().counted()).put("participationHeads", result.participationHeads().counted())
        .put("quorum", result.quorum()).put("approvalArea", shown.area().counted()).put("approvalHeads", shown.heads().counted())
        .put("passed", result.passed()).json("reasons", reasons(result.reasons()));
    matter(line, id, result.rule(), title);
    line.put("seats", result.slate().seats()).put("vacant", result.vacant()).json("elected", JsonLine.texts(result.elected()))
        .json("candidates", "[" + String.join(",", result.candidates().stream().map(each -> new JsonLine().put("id", each.id())
            .put("standing", JsonLine.slug(each.standing())).json("area", meter(each.area())).json("heads", meter(each.heads())).end()).toList()) + "]");
    line.json("meters", new JsonLine().json("participationArea", meter(result.participationArea()))
        .json("participationHeads", meter(result.participationHeads())).end());
  }

  private static void matter(JsonLine line, String id, MatterRule rule, String title) {
    line.put("matter", id).put("number", rule.number()).put("zh", title.isEmpty() ? rule.zh() : title).put("en", rule.en()).put("source", rule.source());
  }

  private static String meter(Meter meter) {
    return new JsonLine().put("part", meter.part().toPlainString()).put("whole", meter.whole().toPlainString())
        .put("share", meter.share().toString()).put("percent", meter.share().toPercent(2).toPlainString())
        .put("threshold", meter.threshold().toString()).put("needed", meter.needed().toPlainString())
        .put("missing", meter.missing().toPlainString()).put("reached", meter.reached()).end();
  }

  private static String reasons(List<Reason> reasons) {
    return "[" + String.join(",", reasons.stream().map(reason -> {
      JsonLine line = new JsonLine().put("code", code(reason));
      reason.values().forEach(line::put);
      return line.put("text", words(reason)).end();
    }).toList()) + "]";
  }

  static String words(Reason reason) {
    return Texts.of(new Refusal("owners-reason." + code(reason), Map.copyOf(reason.values())));
  }

  private static String code(Reason reason) {
    return JsonLine.slug(reason.code());
  }
}
