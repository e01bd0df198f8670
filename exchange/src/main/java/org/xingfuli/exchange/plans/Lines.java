package org.xingfuli.exchange.plans;

import java.nio.charset.StandardCharsets;

/** Walks over a text file of numbers line by line without making strings. */
final class Lines {

  private final byte[] bytes;
  private int at;
  private int end;
  private int next;
  private int number;
  private long value;

  Lines(byte[] bytes) {
    this.bytes = bytes;
    boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    next = marked ? 3 : 0;
  }

  /** Goes to the next line that is not blank; false at the end of the file. */
  boolean nextFilled() {
    while (next()) {
      if (!done()) {
        return true;
      }
    }
    return false;
  }

  boolean next() {
    if (next >= bytes.length) {
      at = end = bytes.length;
      return false;
    }
    at = next;
    end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    next = end + 1;
    number++;
    return true;
  }

  /** Number of the current line, from 1. */
  int number() {
    return number;
  }

  /** Whether only blanks are left on the line. */
  boolean done() {
    skip();
    return at >= end;
  }

  /** Reads a whole number; false and nothing consumed when the next thing is none. */
  boolean integer() {
    skip();
    int p = at;
    boolean minus = p < end && bytes[p] == '-';
    if (minus) {
      p++;
    }
    int digits = p;
    long v = 0;
    while (p < end && bytes[p] >= '0' && bytes[p] <= '9' && p - digits < 18) {
      v = 10 * v + bytes[p++] - '0';
    }
    boolean ends = p >= end || bytes[p] >= 0 && bytes[p] <= ' ' || ",:;|[]".indexOf(bytes[p]) >= 0;
    if (p == digits || !ends) {
      return false;
    }
    at = p;
    value = minus ? -v : v;
    return true;
  }

  /** The number read last. */
  long value() {
    return value;
  }

  /** Consumes this character if it comes next. */
  boolean take(char c) {
    skip();
    if (at < end && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  boolean startsWith(String prefix) {
    skip();
    if (end - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Moves behind the first such character; false when there is none. */
  boolean after(char c) {
    for (int p = at; p < end; p++) {
      if (bytes[p] == c) {
        at = p + 1;
        return true;
      }
    }
    return false;
  }

  /** Moves behind whatever stands next, up to a blank or a separator. */
  void skipWord() {
    skip();
    while (at < end && (bytes[at] < 0 || bytes[at] > ' ') && ",:;|[]".indexOf(bytes[at]) < 0) {
      at++;
    }
  }

  /** What is left of the line, shortened; for messages. */
  String rest() {
    skip();
    String text = new String(bytes, at, Math.max(0, end - at), StandardCharsets.UTF_8).strip();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private void skip() {
    while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
  }
}
