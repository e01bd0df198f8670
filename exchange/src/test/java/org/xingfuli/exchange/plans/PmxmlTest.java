package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Primavera's XML: what MPXJ would leave out without a word is named; a baseline is no further project. */
class PmxmlTest {

  /** Five activities, six links, three assignments; activity P0-0 has the number 3, P1-3 the number 8. */
  private static String whole() throws IOException {
    return Pmxml.of(RandomProgrammes.elapsed(5));
  }

  private static PlanFile read(String text) {
    return PlanFiles.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Refusal> faults(String text) {
    var refused = catchThrowableOfType(Refused.class, () -> read(text));
    assertThat(refused).as("refused").isNotNull();
    return refused.refusals();
  }

  private static List<String> codes(String text) {
    return faults(text).stream().map(Refusal::code).toList();
  }

  @Test
  void whereThereIsNoBaselineThePlannedDatesAreNone() throws IOException {
    var file = read(whole());
    assertThat(file.format()).isEqualTo(PlanFile.Format.PMXML);
    assertThat(file.programme().activities()).hasSize(5).allSatisfy(a -> {
      assertThat(a.planned()).isNotNull();
      assertThat(a.baseline()).isNull();
    });
  }

  @Test
  void aBaselineGivesItsDatesAndNoFurtherActivities() throws IOException {
    var ours = RandomProgrammes.elapsed(5);
    var file = read(Pmxml.withBaseline(ours, 7));
    assertThat(file.programme().activities()).extracting(Activity::id)
        .containsExactlyElementsOf(ours.activities().stream().map(Activity::id).toList());
    assertThat(file.programme().activities()).filteredOn(a -> a.days() > 0).isNotEmpty().allSatisfy(a ->
        assertThat(a.baseline().start()).isEqualTo(a.planned().start().plusDays(7)));
  }

  @Test
  void everyFaultIsNamedAtOnceWithItsLine() throws IOException {
    var text = whole();
    var links = links(text);
    var bad = text.replaceFirst("<PlannedDuration>48<", "<PlannedDuration>-48<")
        .replaceFirst("<PlannedUnitsPerTime>2<", "<PlannedUnitsPerTime>99<")
        .replaceFirst("<RemainingUnitsPerTime>2<", "<RemainingUnitsPerTime>99<")
        .replace(links.get(0), links.get(0).replaceFirst("(<PredecessorActivityObjectId>)\\d+", "$1999"))
        .replace(links.get(5), links.get(5) + turned(links.get(5)));
    var found = faults(bad);
    assertThat(found).extracting(Refusal::code).containsExactlyInAnyOrder("plan-file.negative-duration",
        "plan-file.unknown-reference", "schedule.demand-above-capacity", "schedule.cycle");
    assertThat(found).filteredOn(f -> f.code().startsWith("plan-file.")).allSatisfy(f -> {
      assertThat(f.values()).containsKey("place");
      assertThat((int) f.values().get("line")).isGreaterThan(1);
    });
  }

  private static List<String> links(String text) {
    return java.util.regex.Pattern.compile("(?s)<Relationship>.*?</Relationship>").matcher(text).results()
        .map(java.util.regex.MatchResult::group).toList();
  }

  /** The link the other way round. */
  private static String turned(String link) {
    return link.replace("Predecessor", "Other").replace("Successor", "Predecessor").replace("Other", "Successor");
  }

  @Test
  void valuesThatAreNoneAreNamedInsteadOfLeftOut() throws IOException {
    var text = whole();
    for (var change : List.of("PlannedDuration>48:PlannedDuration>eight", "StartDate>2026-02-18T08:00:00:StartDate>18.2.2026",
        "Lag>48:Lag>two days", "Type>Finish to Finish:Type>Finish after Finish", "PlannedUnitsPerTime>2:PlannedUnitsPerTime>-2",
        "ObjectId>3<:ObjectId>three<")) {
      int colon = change.lastIndexOf(':');
      var bad = text.replace(change.substring(0, colon), change.substring(colon + 1));
      assertThat(codes(bad)).as(change).contains("plan-file.unreadable-value");
    }
    assertThat(codes(text.replaceFirst("(<Activity>(?s:.)*?<CalendarObjectId>)\\d+", "$1777")))
        .containsExactly("plan-file.unknown-reference");
    assertThat(codes(text.replaceFirst("(<ResourceAssignment>(?s:.)*?<ResourceObjectId>)\\d+", "$1777")))
        .containsExactly("plan-file.unknown-reference");
  }

  @Test
  void rowsThatStandBelowThemselvesAreNamedInsteadOfFollowed() throws IOException {
    assertThat(codes(whole().replaceFirst("(<WBS>\\s*<Code>.*?</Code>\\s*<Name>.*?</Name>\\s*<ObjectId>)(\\d+)(</ObjectId>)",
        "$1$2$3<ParentObjectId>$2</ParentObjectId>"))).contains("plan-file.circle");
  }

  @Test
  void aLinkIntoAProjectOfAnotherFileIsSaidAndLeftOut() throws IOException {
    var text = whole();
    var link = links(text).get(0);
    var file = read(text.replace(link, link.replaceFirst("(<PredecessorActivityObjectId>)\\d+", "$1999")
        .replaceFirst("(<PredecessorProjectObjectId>)\\d+", "$177")));
    assertThat(file.programme().ties()).hasSize(5);
    assertThat(file.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.EXTERNAL);
  }

  @Test
  void whatIsCutOffOrDeclaresEntitiesIsRefused() throws IOException {
    var text = whole();
    for (int part = 1; part < 10; part++) {
      assertThat(codes(text.substring(0, text.length() * part / 10))).as(part + " tenths").containsExactly("plan-file.damaged");
    }
    for (var type : List.of("<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE a SYSTEM \"http://localhost:1/x\">")) {
      assertThat(codes(text.replace("<APIBusinessObjects", type + "<APIBusinessObjects").replace("工序 0", "&a;")))
          .as(type).containsExactly("plan-file.entities");
    }
  }

  @Test
  void everyEncodingThatIsDeclaredIsRead() throws IOException {
    var text = whole();
    for (var name : List.of("UTF-16", "GB18030", "UTF-8")) {
      var file = PlanFiles.read(text.replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"").getBytes(Charset.forName(name)));
      assertThat(file.programme().activities().get(0).name()).as(name).isEqualTo("工序 0 <&>");
    }
  }
}
