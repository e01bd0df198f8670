package org.xingfuli.estate;

import java.util.List;
import org.xingfuli.kernel.Refusal;

/**
 * What ties estates to their street. Whoever stands above and holds estates answers, as the programme does; asked while the
 * estate is locked and before it moves.
 */
public interface StreetTies {

  /** Why the estate may not move to the street (nine digits); empty when nothing holds it back. */
  List<Refusal> against(Estate estate, String street);
}
