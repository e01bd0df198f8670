package org.xingfuli.programme;

import java.util.List;
import java.util.UUID;

/**
 * Asks the programme to take down what another module found of a gate's condition: the owners' vote was counted, a
 * concealed work was signed, the dossier is complete. It says what changed there; heard once for every event id.
 *
 * @param by the module that states it, as it stands beside the condition
 * @param met whether the condition stands now; false takes back what was stated before
 * @param words what was found, for the reader of the gate
 * @param evidence ids of the module {@code evidence}
 */
public record GateConditionStated(
    UUID eventId, UUID projectId, String gate, String condition, String by, boolean met, String words,
    List<UUID> evidence) {

  public GateConditionStated {
    evidence = List.copyOf(evidence);
  }
}
