package org.xingfuli.drills;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateBookWriter;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.Gazetteer;
import org.xingfuli.exchange.estates.HouseholdLine;

/** A workbook of one estate whose parts can be counted again: so many buildings of so many households each. */
public final class EstateFile {

  private static final String STREET = "320613005";

  private EstateFile() {}

  /** A workbook of many small estates, spread evenly over the streets; their codes are {@code prefix-1} and so on. */
  static Path many(Path folder, String prefix, List<String> streets, int count, int buildings, int householdsEach)
      throws IOException {
    var file = folder.resolve(prefix + ".xlsx");
    try (var book = new EstateBookWriter(Files.newOutputStream(file), Gazetteer.EMPTY)) {
      for (int e = 1; e <= count; e++) {
        book.estate(estate(prefix + "-" + e, streets.get(e % streets.size()), buildings));
      }
      book.beginBuildings();
      for (int e = 1; e <= count; e++) {
        for (int b = 1; b <= buildings; b++) {
          book.building(
              new BuildingLine(0, prefix + "-" + e, Integer.toString(b), 6, 1990, BigDecimal.valueOf(2800), 3, false));
        }
      }
      book.beginHouseholds();
      for (int e = 1; e <= count; e++) {
        for (int b = 1; b <= buildings; b++) {
          for (int h = 0; h < householdsEach; h++) {
            book.household(household(prefix + "-" + e, b, h));
          }
        }
      }
    }
    return file;
  }

  private static EstateLine estate(String code, String street, int buildings) {
    return new EstateLine(0, code, "演练小区" + code, street, null, "演练路 1 号", 1988, 1993,
        BigDecimal.valueOf(2800L * buildings), null, 4, 3, BigDecimal.valueOf(600L * buildings),
        BigDecimal.valueOf(2600L * buildings), BigDecimal.valueOf(200L * buildings), BigDecimal.valueOf(400L * buildings),
        10, 3, BigDecimal.valueOf(270L * buildings));
  }

  private static HouseholdLine household(String code, int building, int number) {
    var floor = number / 6 + 1;
    return new HouseholdLine(0, code, Integer.toString(building), number % 3 + 1, floor, floor + "0" + (number % 6 + 1),
        BigDecimal.valueOf(60), null, null);
  }

  /** Writes the workbook; what an import of it must make is {@code buildings} and {@code buildings × householdsEach}. */
  public static Path write(Path folder, String code, int buildings, int householdsEach) throws IOException {
    var file = folder.resolve(code + ".xlsx");
    try (var book = new EstateBookWriter(Files.newOutputStream(file), Gazetteer.EMPTY)) {
      book.estate(estate(code, STREET, buildings));
      book.beginBuildings();
      for (int b = 1; b <= buildings; b++) {
        book.building(new BuildingLine(0, code, Integer.toString(b), 6, 1990, BigDecimal.valueOf(2800), 3, false));
      }
      book.beginHouseholds();
      for (int b = 1; b <= buildings; b++) {
        for (int h = 0; h < householdsEach; h++) {
          book.household(household(code, b, h));
        }
      }
    }
    return file;
  }
}
