package org.xingfuli.engine.triage;

/** A message as the index holds it: bigrams of its title, and of all with the title counted {@link #TITLE} times. */
final class Entry {

  /** A title says what it is about; decision 0044 says how the number was found. */
  static final int TITLE = 3;

  /** Characters of the text that stand for a title where there is none. */
  private static final int HEAD_LENGTH = 40;

  /** Beyond so many characters a text adds nothing to what it is about, and everything to the time. */
  private static final int LONGEST = 4_000;

  final Message message;
  final Plain title;
  final Bigrams ofTitle;
  final Bigrams all;

  Entry(Message message) {
    this.message = message;
    String text = message.text();
    title = new Plain(message.title().isBlank() ? text.substring(0, Math.min(HEAD_LENGTH, text.length())) : message.title());
    ofTitle = Bigrams.of(title);
    all = Bigrams.of(new Plain(text.substring(0, Math.min(LONGEST, text.length())))).plus(ofTitle, TITLE);
  }
}
