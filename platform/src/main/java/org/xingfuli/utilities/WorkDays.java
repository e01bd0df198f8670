package org.xingfuli.utilities;

import java.time.LocalDate;
import java.util.Optional;

/** The work calendar in force. Whoever keeps it answers. */
public interface WorkDays {

  /** The day after so many working days. */
  LocalDate after(LocalDate day, int workdays);

  /** The statutory holiday on which the day is off; weekends are none. */
  Optional<String> holiday(LocalDate day);
}
