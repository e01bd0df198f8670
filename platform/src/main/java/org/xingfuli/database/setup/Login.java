package org.xingfuli.database.setup;

/** A name and password PostgreSQL knows. */
public record Login(String user, String password) {

  /** Never shows the password, so that no log can. */
  @Override
  public String toString() {
    return user;
  }
}
