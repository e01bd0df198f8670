package org.xingfuli.programme.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xingfuli.programme.model.PlanningRules;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.wire.StoredJson;

/** Data folders keep starting: what an earlier version wrote is read. */
class JsonTest {

  @Test
  void rulesStoredBeforeTheyHadASourceOrSaidWhenRainStopsWorkAreRead() {
    var rules = StoredJson.read("""
        {"office":"WORKING_DAYS","site":"REST_AT_SPRING_FESTIVAL","atRiskDays":7,"unconfirmed":true}""",
        PlanningRules.class);
    assertThat(rules).isEqualTo(PlanningRules.DEFAULT);
  }

  @Test
  void aNodeInTheBasisOfAPlanMadeBeforeNodesHadVersionsIsRead() {
    var node = StoredJson.read("""
        {"id":"0192f4aa-2b1c-7d3e-9a51-1f2e3d4c5b6a","code":"M2","name":{"zh":"清零","en":"Cleared"},
        "rule":"ON_THE_DATE","nominal":"2022-04-30","weight":3,"activityCode":"D04","appliesTo":"ALL",
        "unconfirmed":false}""", ProgrammeNode.class);
    assertThat(node.code()).isEqualTo("M2");
  }
}
