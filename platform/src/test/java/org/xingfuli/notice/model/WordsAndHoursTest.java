package org.xingfuli.notice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words take their values, hours know midnight, numbers are masked. */
class WordsAndHoursTest {

  private static QuietHours quiet(String begins, String ends) {
    return new QuietHours(LocalTime.parse(begins), LocalTime.parse(ends), "试验", true, 1);
  }

  @Test
  void placeholdersTakeTheirValuesAndUnknownOnesStay() {
    var words = new Template("k", 1, "{project}：{node}", "{due} $1 \\", "{project}", "{nobody}");
    var filled = words.filled(Map.of("project", "虹桥一村", "node", "竣工", "due", "9 月 30 日"));
    assertThat(filled.titleZh()).isEqualTo("虹桥一村：竣工");
    assertThat(filled.bodyZh()).isEqualTo("9 月 30 日 $1 \\");
    assertThat(filled.bodyEn()).isEqualTo("{nobody}");
    assertThat(Template.unknown("{project} {Project} {}", Set.of("project"))).containsExactly("", "Project");
  }

  @Test
  void aValueIsNeverReadAsAPlaceholder() {
    assertThat(new Template("k", 1, "{a}", "", "", "").filled(Map.of("a", "{b}", "b", "x")).titleZh()).isEqualTo("{b}");
  }

  @Test
  void quietHoursRunOverMidnight() {
    var night = quiet("21:00", "07:30");
    assertThat(night.at(LocalTime.parse("21:00"))).isTrue();
    assertThat(night.at(LocalTime.parse("03:00"))).isTrue();
    assertThat(night.at(LocalTime.parse("07:29"))).isTrue();
    assertThat(night.at(LocalTime.parse("07:30"))).isFalse();
    assertThat(night.at(LocalTime.parse("20:59"))).isFalse();
    var noon = quiet("12:00", "14:00");
    assertThat(noon.at(LocalTime.parse("13:00"))).isTrue();
    assertThat(noon.at(LocalTime.parse("23:00"))).isFalse();
    assertThat(quiet("08:00", "08:00").at(LocalTime.parse("08:00"))).as("equal times: never").isFalse();
  }

  @Test
  void aTelephoneNumberIsShownMasked() {
    assertThat(Masked.telephone("13812345678")).isEqualTo("138****5678");
    assertThat(Masked.telephone("85123")).isEqualTo("****23");
  }
}
