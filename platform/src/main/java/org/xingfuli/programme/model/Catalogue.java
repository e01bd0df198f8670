package org.xingfuli.programme.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.TemplateActivity.CalendarKind;

/** What a new programme starts from: the 55 activities and 27 crews of the reference estate, every figure assumed. */
public final class Catalogue {

  private Catalogue() {}

  /** The activities of {@code programme/template.csv} in their order. */
  public static List<TemplateActivity> activities() {
    return rows("/programme/template.csv").stream().map(row -> new TemplateActivity(
        row.get("code"),
        Words.of(row.get("name_zh"), row.get("name_en")),
        row.get("phase"),
        Integer.parseInt(row.get("duration")),
        Driver.of(row.get("driver")),
        row.get("reference_quantity").isEmpty() ? null : new BigDecimal(row.get("reference_quantity")),
        row.get("unit"),
        new BigDecimal(row.get("scaling_share")),
        CrewNeed.parse(row.get("crews")),
        Relation.parse(row.get("predecessors")),
        Earliest.parse(row.get("earliest")),
        row.get("outdoor").equals("Y"),
        new BigDecimal(row.get("rain_sensitivity")),
        row.get("concealed").equals("Y"),
        CalendarKind.valueOf(row.get("calendar")),
        true,
        row.get("source"),
        1)).toList();
  }

  /** The crews of {@code programme/crews.csv} in their order. */
  public static List<Crew> crews() {
    return rows("/programme/crews.csv").stream().map(row -> new Crew(
        row.get("code"),
        Words.of(row.get("name_zh"), row.get("name_en")),
        Crew.SharedWithin.valueOf(row.get("shared_within")),
        Integer.parseInt(row.get("capacity")),
        List.of(),
        true,
        row.get("source"),
        1)).toList();
  }

  /** The reference estate's quantities, at which every duration is the template's own. */
  public static Quantities reference() {
    return new Quantities(activities().stream()
        .filter(activity -> activity.driver() != Driver.FIXED)
        .collect(Collectors.toMap(
            TemplateActivity::driver, activity -> requireNonNull(activity.referenceQuantity()), (one, other) -> one)));
  }

  /** One line of our own files, asked by the names in its head. */
  private record Row(List<String> header, List<String> cells) {
    String get(String column) {
      return cells.get(header.indexOf(column));
    }
  }

  private static List<Row> rows(String resource) {
    try (var stream = Catalogue.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(Catalogue::cells).toList();
      var header = lines.getFirst();
      return lines.stream().skip(1)
          .map(cells -> new Row(header, cells))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The cells of one line of our own files: commas between, quotes doubled inside quotes, no line breaks. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (int at = 0; at < line.length(); at++) {
      var letter = line.charAt(at);
      if (letter == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
        cell.append('"');
        at++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
