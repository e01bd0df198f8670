package org.xingfuli.database.server;

import org.jspecify.annotations.Nullable;

/** The database cannot be had, said for the operator in Chinese and English, with what to do about it. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotStart(String chinese, String english, @Nullable Throwable cause) {
    super(chinese + "\n" + english, cause);
  }

  public CannotStart(String chinese, String english) {
    this(chinese, english, null);
  }
}
