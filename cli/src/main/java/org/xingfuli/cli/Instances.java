package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
