package org.xingfuli.engine.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Classes and their words as a table: {@code code,parent,zh,en,words,not,weight}; words are parted by {@code |}, lines that begin
 * with {@code #} are remarks. {@link #ours()} is what the product brings along for its first day; a district edits a copy.
 *
 * @param tree the classes
 * @param rules one for each class that has words
 */
public record StarterClasses(ClassTree tree, List<KeywordRule> rules) {

  private static final String RESOURCE = "starter-classes.csv";
  private static final int COLUMNS = 7;

  public StarterClasses {
    rules = List.copyOf(rules);
  }

  /** Wording ours; an assumption until a district has confirmed it. */
  public static StarterClasses ours() {
    try (Reader reader = new InputStreamReader(
        Objects.requireNonNull(StarterClasses.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @throws Refused with every faulty line at once */
  public static StarterClasses read(Reader table) throws IOException {
    List<CaseClass> classes = new ArrayList<>();
    List<KeywordRule> rules = new ArrayList<>();
    List<Refusal> faults = new ArrayList<>();
    BufferedReader lines = new BufferedReader(table);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#") || line.startsWith("code,")) {
        continue;
      }
      String[] cell = line.strip().split(",", -1);
      if (cell.length != COLUMNS) {
        faults.add(Refusal.of("triage.classes-line", Map.of("line", number, "cells", cell.length, "expected", COLUMNS)));
        continue;
      }
      classes.add(new CaseClass(cell[0], cell[2], cell[3], cell[1].isEmpty() ? null : cell[1]));
      if (!cell[4].isEmpty()) {
        rules.add(new KeywordRule(cell[0], words(cell[4]), words(cell[5]), weight(cell[6], number, faults)));
      }
    }
    Refused.ifAny(faults);
    return new StarterClasses(new ClassTree(classes), rules);
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split("\\|")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static double weight(String cell, int line, List<Refusal> faults) {
    try {
      return cell.isBlank() ? 1 : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      faults.add(Refusal.of("triage.classes-weight", Map.of("line", line, "found", cell)));
      return 1;
    }
  }
}
