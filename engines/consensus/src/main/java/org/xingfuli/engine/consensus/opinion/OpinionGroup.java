package org.xingfuli.engine.consensus.opinion;

import java.util.List;

/**
 * Participants who vote alike.
 *
 * @param letter A for the largest, of equals the one with the first participant
 * @param members ids in their order
 * @param share of all who stand in a group
 * @param small so few that what is said of the group may be said of one person: show it with a warning, or not at all
 * @param centre mean place of the members
 * @param hull corners around the members, against the clock
 * @param about what sets it apart from the other groups, the clearest first; may be empty
 */
public record OpinionGroup(String letter, List<String> members, double share, boolean small, Place centre, List<Place> hull,
    List<Distinctive> about) {

  public OpinionGroup {
    members = List.copyOf(members);
    hull = List.copyOf(hull);
    about = List.copyOf(about);
  }

  public int size() {
    return members.size();
  }
}
