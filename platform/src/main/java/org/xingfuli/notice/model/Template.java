package org.xingfuli.notice.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a kind of notice, in both languages, with placeholders in braces. */
public record Template(String kind, int version, String titleZh, String bodyZh, String titleEn, String bodyEn) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)}");

  /** The words with the values in their places; a placeholder without a value stays as it is. */
  public Template filled(Map<String, String> values) {
    return new Template(
        kind, version, fill(titleZh, values), fill(bodyZh, values), fill(titleEn, values), fill(bodyEn, values));
  }

  private static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER.matcher(text).replaceAll(found ->
        Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** Placeholders of the text that are none of the given. */
  public static Set<String> unknown(String text, Set<String> values) {
    var unknown = new TreeSet<String>();
    PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).filter(name -> !values.contains(name))
        .forEach(unknown::add);
    return unknown;
  }
}
