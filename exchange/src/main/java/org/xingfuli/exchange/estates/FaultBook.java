package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The faults of a workbook as a workbook, to be worked off one by one. */
public final class FaultBook {

  private FaultBook() {}

  public static void write(List<Fault> faults, int count, OutputStream out) throws IOException {
    out.write(faults.size() + count);
  }
}
