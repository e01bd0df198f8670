package org.xingfuli.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.opinion.Counts;
import org.xingfuli.engine.consensus.opinion.Distinctive;
import org.xingfuli.engine.consensus.opinion.OpinionGroup;
import org.xingfuli.engine.consensus.opinion.OpinionMap;
import org.xingfuli.engine.consensus.opinion.Place;
import org.xingfuli.engine.consensus.opinion.StatementResult;
import org.xingfuli.engine.consensus.opinion.Vote;

/** An opinion map and its values as JSON; values that are compared are written to their last digit, others to four places. */
record OpinionJson(Map<String, String> texts, double prior) {

  static String list(Collection<String> json) {
    return "[" + String.join(",", json) + "]";
  }

  static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static String orNull(@Nullable Double value) {
    return value == null ? "null" : four(value);
  }

  static String silhouettes(SortedMap<Integer, Double> values) {
    JsonLine json = new JsonLine();
    values.forEach((groups, value) -> json.json(groups.toString(), four(value)));
    return json.end();
  }

  /** Every statement's value, exactly. */
  static String values(List<StatementResult> results, ToDoubleFunction<StatementResult> value) {
    JsonLine json = new JsonLine();
    results.forEach(each -> json.json(each.statement(), Double.toString(value.applyAsDouble(each))));
    return json.end();
  }

  private static String place(Place place) {
    return "[" + four(place.x()) + "," + four(place.y()) + "]";
  }

  String groups(OpinionMap map, boolean hulls) {
    List<String> groups = new ArrayList<>();
    for (OpinionGroup group : map.groups()) {
      JsonLine json = new JsonLine().put("group", group.letter()).put("size", group.size()).json("share", four(group.share()))
          .put("small", group.small()).json("centre", place(group.centre())).json("about", list(group.about().stream().map(this::about).toList()));
      if (hulls) {
        json.json("hull", list(group.hull().stream().map(OpinionJson::place).toList()));
      }
      groups.add(json.end());
    }
    return list(groups);
  }

  private String about(Distinctive each) {
    boolean agree = each.side() == Vote.AGREE;
    JsonLine json = new JsonLine().put("statement", each.statement()).put("says", agree ? "agree" : "disagree")
        .json("share", four(agree ? each.group().agreeShare(prior) : each.group().disagreeShare(prior)))
        .json("rest", four(agree ? each.rest().agreeShare(prior) : each.rest().disagreeShare(prior))).json("z", four(each.z()));
    return text(json, each.statement()).end();
  }

  private JsonLine text(JsonLine json, String statement) {
    String text = texts.getOrDefault(statement, "");
    return text.isEmpty() ? json : json.put("text", text);
  }

  /** The first of a ranking: value and every group's share. */
  String first(List<StatementResult> ranked, int most, String name, ToDoubleFunction<StatementResult> value,
      ToDoubleFunction<Counts> share) {
    List<String> rows = new ArrayList<>();
    for (StatementResult each : ranked.subList(0, Math.min(most, ranked.size()))) {
      List<String> shares = each.byGroup().stream().map(counts -> four(share.applyAsDouble(counts))).toList();
      rows.add(text(new JsonLine().put("statement", each.statement()).json(name, four(value.applyAsDouble(each)))
          .json("byGroup", list(shares)), each.statement()).end());
    }
    return list(rows);
  }

  static String points(OpinionMap map) {
    List<String> points = new ArrayList<>();
    for (OpinionMap.Point point : map.points()) {
      points.add(new JsonLine().put("participant", point.participant()).json("place", place(point.place())).put("votes", point.votes())
          .json("group", point.group() == null ? "null" : JsonLine.quoted(point.group())).end());
    }
    return list(points);
  }
}
