package org.xingfuli.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.owners.MatterRule;
import org.xingfuli.engine.consensus.owners.MatterRules;
import org.xingfuli.engine.consensus.owners.Vote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The names that fields, votes and matters of an owners' vote go by. */
final class OwnersWords {

  static final List<String> UNITS = List.of("units", "parts", "flats", "apartments", "rooms", "households", "properties", "roll", "专有部分", "房屋", "名册");
  static final List<String> OWNERS = List.of("owners", "voters", "persons", "people", "heads", "业主");
  static final List<String> VOTES = List.of("votes", "ballots", "投票", "表决票");
  static final List<String> MATTERS =
      List.of("matters", "items", "motions", "questions", "agenda", "matter", "item", "itemno", "matterno", "matternumber", "motion", "question", "事项");
  static final List<String> BUILDER = List.of("builder", "developer", "建设单位", "开发商");
  static final List<String> DEEMED = List.of("deemedvotes", "deemed", "deemedvote", "未表态视为同意多数");
  static final List<String> DATE = List.of("date", "day", "begins", "日期");
  static final List<String> RULES = List.of("rules", "options", "config");
  static final List<String> REMARKS = List.of("title", "name", "id", "estate", "project", "assembly", "comment", "note", "remarks", "小区", "名称", "备注");

  static final List<String> ID = List.of("id", "unit", "unitid", "owner", "ownerid", "voter", "person", "name", "no", "number", "room", "编号", "房号", "姓名");
  static final List<String> AREA = List.of("area", "exclusivearea", "areasqm", "aream2", "exclusiveaream2", "sqm", "m2", "size", "面积", "专有面积", "专有部分面积", "建筑面积");
  static final List<String> UNIT_ID = List.of("id", "unit", "unitid", "no", "number", "room", "name", "编号", "房号");
  static final List<String> OWNER =
      List.of("owners", "owner", "ownerid", "ownerids", "coowners", "persons", "person", "people", "holder", "holders", "业主", "产权人", "共有人");
  static final List<String> UNSOLD = List.of("unsold", "isunsold", "未售");
  static final List<String> DISPUTED = List.of("disputed", "dispute", "争议");
  static final List<String> EXCLUDED = List.of("excluded", "exclude", "不计入");
  static final List<String> REASON = List.of("reason", "why", "原因");
  static final List<String> VOTE = List.of("vote", "votes", "ballot", "ballots", "choice", "choices", "decision", "answer", "表决", "投票", "意见");
  static final List<String> SOLD = List.of("sold", "已售");
  static final List<String> STATUS = List.of("status", "state", "状态");
  static final List<String> TOOK_PART =
      List.of("participated", "participates", "participating", "participate", "tookpart", "takespart", "voted", "present", "参与", "参与表决");
  static final List<String> APPROVED = List.of("approve", "approves", "approved", "agree", "agrees", "agreed", "infavour", "infavor", "同意", "是否同意");
  static final List<String> VOICE_UNIT = List.of("unit", "unitid", "room", "房号", "专有部分");
  static final List<String> VOICE_PERSON = List.of("owner", "ownerid", "owners", "person", "业主");
  static final List<String> VOICE = List.of("voter", "head", "by", "投票人", "id");
  static final List<String> VOTE_MATTER = List.of("matter", "matterid", "item", "itemno", "motion", "question", "事项");

  static final List<String> MATTER_ID = List.of("id", "key");
  static final List<String> MATTER_NUMBER = List.of("item", "itemno", "matter", "matterno", "matternumber", "number", "no", "type", "kind", "category", "code", "事项");
  static final List<String> MATTER_TITLE = List.of("title", "name", "text", "zh", "description", "标题", "名称");
  static final List<String> CANDIDATES = List.of("candidates", "候选人");
  static final List<String> SEATS = List.of("seats", "席位", "名额");
  static final List<String> REPLACEMENT = List.of("replacement", "byelection", "补选");

  /** Names of the six totals: of all, taking part, approving; by area, then by heads. */
  static final List<List<String>> TOTALS = List.of(
      List.of("totalarea", "wholearea", "area", "总面积"),
      List.of("totalheads", "totalowners", "wholeheads", "heads", "owners", "总人数"),
      List.of("participatingarea", "participationarea", "participantarea", "participantsarea", "takingpartarea", "votedarea", "参与面积", "参与表决面积"),
      List.of("participatingheads", "participationheads", "participants", "participatingowners", "takingpartheads", "votedheads", "参与人数", "参与表决人数"),
      List.of("approvingarea", "approvalarea", "approvedarea", "approvearea", "agreearea", "yesarea", "同意面积"),
      List.of("approvingheads", "approvalheads", "approvedheads", "approveheads", "approvingowners", "agreeheads", "yesheads", "同意人数"));

  /** The same three, each as an object with area and heads. */
  static final List<List<String>> TOTAL_OBJECTS = List.of(
      List.of("total", "whole", "all", "estate", "全体"),
      List.of("participation", "participating", "participated", "takingpart", "quorum", "参与", "参与表决"),
      List.of("approval", "approving", "approve", "approved", "同意"));
  static final List<String> HEADS = List.of("heads", "owners", "persons", "people", "人数");

  private static final Map<Vote, List<String>> WORDS = Map.of(
      Vote.APPROVE, List.of("approve", "approved", "approval", "yes", "y", "for", "agree", "aye", "true", "同意", "赞成", "支持", "是"),
      Vote.OPPOSE, List.of("oppose", "opposed", "no", "n", "against", "disagree", "reject", "nay", "false", "反对", "不同意", "否"),
      Vote.ABSTAIN, List.of("abstain", "abstained", "abstention", "弃权"),
      Vote.INVALID, List.of("invalid", "spoilt", "spoiled", "void", "null and void", "无效", "废票", "作废"));
  private static final List<String> SILENT =
      List.of("", "none", "missing", "absent", "silent", "novote", "notvoted", "unvoted", "未投", "未投票", "未表态", "未参与", "缺席");
  private static final List<String> OF_THE_BUILDER = List.of("builder", "developer", "unsold", "建设单位", "开发商", "未售");
  private static final Pattern NUMBER = Pattern.compile("(?:item|matter|第|278[-.]|no\\.?)?\\s*([1-9])\\s*(?:项)?");
  private static final Pattern AREA_TEXT = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,20})?)\\s*(?:㎡|m2|m²|平方米)?");
  /** «Other major matters»: ordinary shares, and no words of its own. */
  private static final int ORDINARY = 9;
  private static final String NUMERALS = "一二三四五六七八九";

  private OwnersWords() {}

  /** Null where nothing is said, or something unknown: {@link #known} tells them apart. */
  static @Nullable Vote vote(String word) {
    String plain = JsonFields.plain(word);
    return WORDS.entrySet().stream().filter(each -> each.getValue().contains(plain)).map(Map.Entry::getKey).findFirst().orElse(null);
  }

  /** Whether the word is a vote, or says that there is none. */
  static boolean known(String word) {
    return vote(word) != null || SILENT.contains(JsonFields.plain(word));
  }

  static boolean isBuilder(String owner) {
    return OF_THE_BUILDER.contains(JsonFields.plain(owner));
  }

  /**
   * What a row says: its vote; or, where it says whether someone took part and whether they approve, the vote that this is. Taking part
   * without approving or a word on it is an abstention.
   */
  static @Nullable JsonNode said(JsonFields row) {
    String part = row.text(TOOK_PART);
    JsonNode vote = row.take(VOTE);
    JsonNode approved = row.take(APPROVED);
    JsonNode said = vote == null ? approved : vote;
    if (List.of("false", "no", "0", "否").contains(part.toLowerCase(Locale.ROOT))) {
      return null;
    }
    boolean tookPart = List.of("true", "yes", "1", "是").contains(part.toLowerCase(Locale.ROOT));
    if (said == null && !part.isEmpty()) {
      return StringNode.valueOf(tookPart ? Vote.ABSTAIN.name() : part);
    }
    return said;
  }

  /** Exact; null when it is no area. */
  static @Nullable BigDecimal area(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal value = node.decimalValue();
      return Math.abs(value.scale()) > 20 || value.precision() > 32 ? null : value;
    }
    Matcher text = AREA_TEXT.matcher(node.isString() ? node.asString().strip().replace(",", "").toLowerCase(Locale.ROOT) : "");
    return text.matches() ? new BigDecimal(text.group(1)) : null;
  }

  /** Which of the nine matters this means: its number, its code, or the law's words; 0 when none. */
  static int matter(String said) {
    String text = said.strip().toLowerCase(Locale.ROOT);
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return Integer.parseInt(number.group(1));
    }
    String bare = text.replaceAll("[第项（）()]", "");
    if (bare.length() == 1 && NUMERALS.contains(bare)) {
      return NUMERALS.indexOf(bare) + 1;
    }
    if (List.of("ordinary", "general", "一般").contains(text)) {
      return ORDINARY;
    }
    for (MatterRule rule : MatterRules.civilCode278().matters()) {
      if (JsonFields.plain(rule.code()).equals(JsonFields.plain(said)) || rule.zh().equals(said.strip()) || rule.en().equalsIgnoreCase(text)) {
        return rule.number();
      }
    }
    return 0;
  }

  /** Plain values of a value, an array, or objects with an id. */
  static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      if (each.isObject()) {
        names.add(new JsonFields(each, "").text(ID));
      } else if (!each.isNull()) {
        names.add(each.asString("").strip());
      }
    }
    return names;
  }
}
