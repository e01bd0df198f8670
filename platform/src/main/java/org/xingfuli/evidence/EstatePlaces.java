package org.xingfuli.evidence;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where estates lie. The module that keeps them answers, with the eyes of the current scope. */
public interface EstatePlaces {

  /**
   * An estate as evidence needs it.
   *
   * @param area its community, or else its street
   */
  record Place(String name, String area) {}

  /** The estates the scope reaches, by id; the others are left out. */
  Map<UUID, Place> places(Collection<UUID> estates);
}
