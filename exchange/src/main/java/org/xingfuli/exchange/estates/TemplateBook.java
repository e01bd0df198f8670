package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;

/** The empty workbook people fill in: one sheet each for estates, buildings and households, and how to fill them. */
public final class TemplateBook {

  private final Gazetteer places;

  public TemplateBook(Gazetteer places) {
    this.places = places;
  }

  public void write(OutputStream out) throws IOException {
    out.write(places.streets().size());
  }
}
