package org.xingfuli.estate.flow;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks and writes workbooks in the background, one at a time, so that memory stays flat. */
@Component
public class ImportRunner {

  /** Takes up the import's next piece of work: its check, or its writing. */
  public void start(UUID id) {}
}
