package org.xingfuli.estate.flow;

import org.springframework.stereotype.Component;
import org.xingfuli.exchange.estates.Gazetteer;

/** The streets and communities of the district, as the organisation tree has them. */
@Component
public class Places {

  /** All streets and communities by name and area code. */
  public Gazetteer gazetteer() {
    return Gazetteer.EMPTY;
  }
}
