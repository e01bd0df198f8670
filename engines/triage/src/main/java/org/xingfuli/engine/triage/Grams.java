package org.xingfuli.engine.triage;

/**
 * What a text is made of for the classifier, in three blocks: words where the text was cut into words, runs of one to three
 * characters of the whole, and the same of its head, which is its title or, without one, its first characters. Each is a number:
 * runs of up to three characters exactly, longer words by 60 bits of a hash.
 */
final class Grams {

  static final int BLOCKS = 3;
  static final int WORDS = 0;
  static final int CHARS = 1;
  static final int HEAD = 2;

  private static final int LONGEST = 3;

  /** A longer piece between marks is a clause of a text that was not cut. */
  private static final int LONGEST_WORD = 8;

  /** Where a text has no title of its own. */
  private static final int HEAD_LENGTH = 40;

  private Grams() {}

  /** Called with every occurrence: block, key and where it stands in the part's plain text; words are told without a place. */
  interface Visitor {
    void see(int block, long key, int part, int from, int to);
  }

  /** Title and text, in this order; explanation counts them as parts 0 and 1. */
  static Plain[] parts(Message message) {
    return new Plain[] {new Plain(message.title()), new Plain(message.text())};
  }

  static void visit(Plain[] parts, Visitor visitor) {
    for (int p = 0; p < parts.length; p++) {
      for (String word : parts[p].words()) {
        if (word.length() <= LONGEST_WORD) {
          visitor.see(WORDS, key(WORDS, word), p, 0, 0);
        }
      }
      runs(CHARS, parts[p], p, parts[p].length(), visitor);
    }
    int head = parts[0].length() > 0 ? 0 : 1;
    runs(HEAD, parts[head], head, head == 0 ? parts[0].length() : Math.min(HEAD_LENGTH, parts[1].length()), visitor);
  }

  private static void runs(int block, Plain plain, int part, int until, Visitor visitor) {
    for (int i = 0; i < until; i++) {
      long key = block + 1;
      for (int n = 0; n < LONGEST && i + n < until && plain.at(i + n) != Plain.MARK; n++) {
        key = key << 16 | plain.at(i + n);
        visitor.see(block, key, part, i, i + n + 1);
      }
    }
  }

  private static long key(int block, String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = LongIndex.mixed(hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    // The top bits tell it from every run, whose keys have at most 50 bits.
    return 1L << 62 | hash >>> 4 | block;
  }
}
