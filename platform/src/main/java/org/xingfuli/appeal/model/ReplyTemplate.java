package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;

/**
 * Words of a reply with named places that are filled for each case (答复模板). Every edit is a version; the earlier ones stay.
 *
 * @param organisation whose it is; null when it is for all of the district
 * @param retired whether it is offered no longer
 */
public record ReplyTemplate(UUID id, int version, @Nullable UUID organisation, String name, String words, Outcome outcome, boolean retired,
    Instant madeAt, By by) {

  private static final int MOST_NAME = 40;
  private static final int MOST_WORDS = 1_000;
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  public static final String NUMBER = "编号";
  public static final String PLACE = "地点";
  public static final String CLASS = "类别";
  public static final String TITLE = "标题";
  public static final String RECEIVED = "收到日期";
  public static final String UNIT = "承办单位";

  /** What may stand in braces, in the order it is offered; in the words of who writes the reply, which is read in Chinese. */
  public static final List<String> PLACES = List.of(NUMBER, PLACE, CLASS, TITLE, RECEIVED, UNIT);

  /** Words somebody may begin with. */
  public record Offered(String name, String words, Outcome outcome) {}

  /** What is offered where there is none yet; ours, to be made one's own. */
  public static final List<Offered> OFFERED = List.of(
      new Offered("已解释说明", "您反映的“{标题}”（编号 {编号}）我们已核实。{承办单位}的答复：请在此写明依据和解释。如有疑问，请凭编号联系我们。", Outcome.EXPLAINED),
      new Offered("已列入改造计划", "您反映的{地点}“{标题}”（编号 {编号}），已列入本小区改造内容，施工时间以小区公示为准。{承办单位}将按计划推进，完成后请您验看。", Outcome.PLANNED),
      new Offered("已处理完毕", "您于 {收到日期} 反映的{地点}“{标题}”（编号 {编号}），{承办单位}已处理完毕，现场照片已留存。稍后会有人回访，听您的意见。", Outcome.RESOLVED),
      new Offered("已转有权单位", "您反映的“{标题}”（编号 {编号}）属{类别}类事项，依规定由有权单位办理，{承办单位}已转交，并会跟进结果告知您。", Outcome.REFERRED),
      new Offered("暂不能解决", "您反映的{地点}“{标题}”（编号 {编号}）目前还不能解决，原因是：请在此写明。{承办单位}已记录在案，条件具备后优先安排。", Outcome.CANNOT));

  /** Everything that is wrong with a name and words. */
  public static List<Refusal> faults(String name, String words) {
    var faults = new ArrayList<Refusal>();
    text(faults, name, "/name", MOST_NAME);
    text(faults, words, "/words", MOST_WORDS);
    var unknown = new TreeSet<String>();
    BRACES.matcher(words).results().map(found -> found.group(1)).filter(place -> !PLACES.contains(place)).forEach(unknown::add);
    if (!unknown.isEmpty()) {
      faults.add(Refusal.of("appeal.template-place", Map.of("pointer", "/words", "unknown", String.join("、", unknown), "known",
          String.join("、", PLACES))));
    }
    return faults;
  }

  private static void text(List<Refusal> faults, String text, String pointer, int most) {
    if (text.isBlank()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", pointer)));
    } else if (text.strip().length() > most) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer, "most", most, "length", text.strip().length())));
    }
  }

  /** The words for one case; a place without a value stays in its braces. */
  public static String filled(String words, Map<String, String> values) {
    return BRACES.matcher(words).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** Places that stand in the words unfilled; such words are sent to nobody. */
  public static List<String> unfilled(String words) {
    return BRACES.matcher(words).results().map(found -> found.group(1)).filter(PLACES::contains).distinct().toList();
  }
}
