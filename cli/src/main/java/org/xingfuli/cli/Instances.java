package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Folders of public instances and the tables beside them. */
final class Instances {

  private Instances() {}

  static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }

  /**
   * The files of a set that are measured.
   *
   * @param all how many the set holds
   * @param every of so many files, in the order of their names, the first
   */
  record Part(List<Path> files, int all, int every) {

    static Part of(Path folder, String ending, int every) throws IOException {
      List<Path> all = Instances.files(folder, ending);
      List<Path> files = IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
      return new Part(files, all.size(), every);
    }

    /** For a row, so that a figure of some is not taken for one of all. */
    String told() {
      return every == 1 ? all + " files" : files.size() + " of " + all + " files, every " + every + ordinal();
    }

    private String ordinal() {
      if (every % 100 / 10 == 1) {
        return "th";
      }
      return switch (every % 10) {
        case 1 -> "st";
        case 2 -> "nd";
        case 3 -> "rd";
        default -> "th";
      };
    }
  }

  static String stem(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  static Map<String, Double> column(Path csv, int key, int value) throws IOException {
    Map<String, Double> column = new HashMap<>();
    List<String> rows = new ArrayList<>(Files.readAllLines(csv));
    rows.removeFirst();
    for (String row : rows) {
      List<String> cells = List.of(row.split(",", -1));
      column.put(cells.get(key), Double.parseDouble(cells.get(value)));
    }
    return column;
  }
}
