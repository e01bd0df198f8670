package org.xingfuli.engine.consensus.owners;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xingfuli.engine.consensus.owners.Threshold.Comparison;
import org.xingfuli.kernel.Fraction;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * The nine matters with their thresholds, as a table with the day it is in force from. Columns: {@code number,code,zh,en,
 * participation_area,participation_heads,participation_comparison,approval_area,approval_heads,approval_comparison,source}; shares as
 * 2/3, comparisons {@code AT_LEAST} or {@code MORE_THAN}; lines that begin with {@code #} are remarks.
 *
 * @param version name of the table, for the record of a vote
 * @param from first day it is in force
 * @param matters by number
 */
public record MatterRules(String version, LocalDate from, List<MatterRule> matters) {

  private static final String RESOURCE = "civil-code-278.csv";
  private static final int COLUMNS = 11;

  /** The day the Civil Code came into force. */
  private static final LocalDate CIVIL_CODE = LocalDate.of(2021, 1, 1);

  public MatterRules {
    matters = List.copyOf(matters);
  }

  /** Civil Code art. 278, from 2021-01-01. It stands above art. 12 of the property regulation, whose print still shows the old rule. */
  public static MatterRules civilCode278() {
    try (Reader reader = new InputStreamReader(
        Objects.requireNonNull(MatterRules.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8)) {
      return read("civil-code-278@" + CIVIL_CODE, CIVIL_CODE, reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The rules of the day a vote began.
   *
   * @throws Refused {@code owners.rules-not-in-force} before 2021: the older law counted differently and is not held here
   */
  public static MatterRules on(LocalDate day) {
    if (day.isBefore(CIVIL_CODE)) {
      throw new Refused(Refusal.of("owners.rules-not-in-force", Map.of("day", day, "from", CIVIL_CODE)));
    }
    return civilCode278();
  }

  /** @throws Refused with every faulty line at once */
  public static MatterRules read(String version, LocalDate from, Reader table) throws IOException {
    List<MatterRule> rules = new ArrayList<>();
    List<Refusal> faults = new ArrayList<>();
    BufferedReader lines = new BufferedReader(table);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("number,")) {
        one(line.strip().split(",", -1), number, rules, faults);
      }
    }
    Refused.ifAny(faults);
    return new MatterRules(version, from, rules);
  }

  private static void one(String[] cell, int line, List<MatterRule> rules, List<Refusal> faults) {
    if (cell.length != COLUMNS) {
      faults.add(Refusal.of("owners.rules-line", Map.of("line", line, "cells", cell.length, "expected", COLUMNS)));
      return;
    }
    try {
      int matter = Integer.parseInt(cell[0]);
      if (rules.stream().anyMatch(rule -> rule.number() == matter)) {
        faults.add(Refusal.of("owners.rules-matter-twice", Map.of("line", line, "matter", matter)));
        return;
      }
      Comparison taking = Comparison.valueOf(cell[6]);
      Comparison approving = Comparison.valueOf(cell[9]);
      rules.add(new MatterRule(matter, cell[1], cell[2], cell[3], share(cell[4], taking), share(cell[5], taking),
          share(cell[7], approving), share(cell[8], approving), cell[10]));
    } catch (IllegalArgumentException | Refused e) {
      faults.add(Refusal.of("owners.rules-value", Map.of("line", line, "found", String.join(",", cell))));
    }
  }

  private static Threshold share(String cell, Comparison comparison) {
    Fraction share = Fraction.parse(cell);
    if (!share.isMoreThan(Fraction.NONE) || share.isMoreThan(Fraction.WHOLE)) {
      throw new IllegalArgumentException(cell);
    }
    return new Threshold(share, comparison);
  }

  /** @throws Refused {@code owners.matter-number} when the table has no such matter */
  public MatterRule of(int number) {
    return matters.stream().filter(rule -> rule.number() == number).findFirst()
        .orElseThrow(() -> new Refused(Refusal.of("owners.matter-number", Map.of("value", number))));
  }
}
