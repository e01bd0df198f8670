package org.xingfuli.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.engine.consensus.budget.Outcome;
import org.xingfuli.engine.consensus.budget.Project;
import org.xingfuli.engine.consensus.budget.ProjectReceipt;
import org.xingfuli.engine.consensus.budget.Purchase;
import org.xingfuli.engine.consensus.budget.Shares;
import org.xingfuli.kernel.Fraction;

/** The receipts of a count as one JSON object: exact sums as fractions, beside them the same to the cent for people. */
record ElectReceipts(Election election, Outcome outcome) {

  void write(PrintWriter out) {
    Shares shares = outcome.shares();
    out.print("{\"rule\":" + JsonLine.quoted(JsonLine.slug(outcome.rule())) + ",\"utility\":"
        + JsonLine.quoted(JsonLine.slug(outcome.utility())) + ",\"budget\":" + plain(election.budget()) + ",\"cost\":"
        + plain(outcome.cost()));
    if (shares != null) {
      out.print(",\"share\":" + exact(shares.share()));
    }
    out.print(",\"ties\":" + ties(election, outcome) + ",\n\"projects\":[");
    Map<Integer, Integer> steps = new HashMap<>();
    outcome.winners().forEach(p -> steps.put(p, steps.size()));
    String comma = "\n";
    for (ProjectReceipt receipt : ProjectReceipt.of(election, outcome)) {
      out.print(comma + project(receipt, steps.get(receipt.project())));
      comma = ",\n";
    }
    out.print("],\n\"ballots\":[");
    if (shares != null) {
      ballots(out, shares);
    }
    out.println("]}");
  }

  private String project(ProjectReceipt receipt, @Nullable Integer step) {
    Project project = election.projects().get(receipt.project());
    JsonLine line = new JsonLine().put("id", project.id()).put("name", project.name()).json("cost", plain(project.cost()))
        .put("votes", receipt.votes()).put("fate", JsonLine.slug(receipt.fate()))
        .put("payers", receipt.payers());
    if (step != null) {
      Purchase purchase = outcome.purchases().get(step);
      line.put("step", step + 1L);
      if (purchase.price() != null) {
        line.json("price", exact(purchase.price()));
      }
    }
    return line.json("missing", exact(receipt.missing())).end();
  }

  /** Who voted alike paid alike: reckoned once. */
  private void ballots(PrintWriter out, Shares shares) {
    Map<Integer, String> byClass = new HashMap<>();
    for (int b = 0; b < election.ballots(); b++) {
      int ballot = b;
      String paid = byClass.computeIfAbsent(shares.classOf(b), c -> {
        JsonLine line = new JsonLine();
        for (Shares.Payment payment : shares.payments(ballot)) {
          line.json(election.projects().get(payment.project()).id(), exact(payment.paid()));
        }
        return "\"paid\":" + line.end() + ",\"left\":" + exact(shares.left(ballot)) + "}";
      });
      out.print((b == 0 ? "\n" : ",\n") + "{\"id\":" + JsonLine.quoted(election.ballotId(b)) + "," + paid);
    }
  }

  private static String exact(Fraction sum) {
    BigDecimal about = new BigDecimal(sum.numerator()).divide(new BigDecimal(sum.denominator()), 2, RoundingMode.HALF_UP);
    return "{\"exact\":" + JsonLine.quoted(sum.toString()) + ",\"about\":" + about.toPlainString() + "}";
  }

  private static String plain(BigDecimal money) {
    return money.signum() == 0 ? "0" : money.stripTrailingZeros().toPlainString();
  }

  static String ties(Election election, Outcome outcome) {
    return "[" + String.join(",", outcome.ties().stream()
        .map(tie -> new JsonLine().put("step", tie.step() + 1L).json("equal", JsonLine.texts(ids(election, tie.projects()))).end()).toList()) + "]";
  }

  static List<String> ids(Election election, List<Integer> projects) {
    return projects.stream().map(p -> election.projects().get(p).id()).toList();
  }
}
