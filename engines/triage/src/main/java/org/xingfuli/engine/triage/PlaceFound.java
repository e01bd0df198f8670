package org.xingfuli.engine.triage;

import java.util.List;

/**
 * A place named in a text.
 *
 * @param id of the register; of an ambiguous name the first of the candidates
 * @param name as the register writes it
 * @param from first character in the text
 * @param to behind its last character in the text
 * @param words as they stand there
 * @param candidates ids of all places the words may mean, sorted; one when they are clear
 */
public record PlaceFound(String id, String name, int from, int to, String words, List<String> candidates) {

  public PlaceFound {
    candidates = List.copyOf(candidates);
  }

  /** Whether a person must say which place is meant. */
  public boolean ambiguous() {
    return candidates.size() > 1;
  }
}
