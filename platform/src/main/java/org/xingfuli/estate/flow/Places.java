package org.xingfuli.estate.flow;

import org.springframework.stereotype.Component;
import org.xingfuli.exchange.estates.Gazetteer;

/** The streets and communities of the district, as the organisation tree has them. */
@Component
public class Places {

  /** All streets and communities by name and area code. */
  public Gazetteer gazetteer() {
    return new Gazetteer(
        java.util.List.of(new Gazetteer.Place("320613005", "虹桥街道"), new Gazetteer.Place("320613006", "学田街道")),
        java.util.List.of(new Gazetteer.Place("320613005001", "虹桥社区"), new Gazetteer.Place("320613006001", "学田社区")));
  }
}
