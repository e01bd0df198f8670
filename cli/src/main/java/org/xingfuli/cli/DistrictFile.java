package org.xingfuli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * One of the district programmes that figures are measured on.
 *
 * @param estates as its name says, {@code estates-40.txt}
 */
public record DistrictFile(Path path, int estates) {

  /** Those below {@code district} of this folder, the smallest first. */
  public static List<DistrictFile> in(Path data) throws IOException {
    return Instances.files(data.resolve("district"), ".txt").stream()
        .map(path -> new DistrictFile(path, estates(Instances.stem(path))))
        .sorted(Comparator.comparingInt(DistrictFile::estates)).toList();
  }

  private static int estates(String stem) {
    return Integer.parseInt(stem.substring(stem.lastIndexOf('-') + 1));
  }

  /** CPU seconds as in the table of anchors. */
  public double allowance() {
    return estates <= 20 ? 16 : estates <= 40 ? 10 : estates <= 400 ? 30 : 60;
  }
}
