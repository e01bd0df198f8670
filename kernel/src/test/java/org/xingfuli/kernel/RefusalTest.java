package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void allReasonsAreCarriedAtOnceAndAloud() {
    var both = List.of(Refusal.of("estate.no-name"), Refusal.of("estate.too-many", Map.of("value", 9, "limit", 4)));
    assertThatThrownBy(() -> Refused.ifAny(both))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).isEqualTo(both))
        .hasMessageContaining("estate.no-name")
        .hasMessageContaining("values={limit=4, value=9}");
    assertThatCode(() -> Refused.ifAny(List.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Refused(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusalDoesNotChangeWithTheMapItWasMadeFrom() {
    var values = new HashMap<String, Object>(Map.of("limit", 4));
    var refusal = Refusal.of("estate.too-many", values);
    values.put("limit", 5);
    assertThat(refusal.values()).containsEntry("limit", 4);
    assertThatThrownBy(() -> refusal.values().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @SuppressWarnings("NullAway") // the very mistake that is tried
  void aRefusalNamesNoMissingValue() {
    var values = new HashMap<String, Object>();
    values.put("limit", null);
    assertThatThrownBy(() -> Refusal.of("estate.too-many", values)).isInstanceOf(NullPointerException.class);
  }
}
