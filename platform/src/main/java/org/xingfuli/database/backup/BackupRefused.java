package org.xingfuli.database.backup;

import org.jspecify.annotations.Nullable;
import org.xingfuli.database.server.CannotStart;

/** A backup cannot be taken or restored, said for the operator in Chinese and English, with what to do about it. */
public final class BackupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BackupRefused(String chinese, String english, @Nullable Throwable cause) {
    super(chinese + "\n" + english, cause);
  }

  public BackupRefused(String chinese, String english) {
    this(chinese, english, null);
  }

  private BackupRefused(CannotStart reason) {
    super(reason.getMessage(), reason);
  }

  /** The database cannot be had, which its own words explain. */
  static BackupRefused by(CannotStart reason) {
    return new BackupRefused(reason);
  }
}
