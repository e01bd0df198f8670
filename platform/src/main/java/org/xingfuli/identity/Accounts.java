package org.xingfuli.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.flow.OpenAccount;

/** Accounts with generated passwords, for the demo and the tests. */
@Component
public class Accounts {

  private final OpenAccount open;

  Accounts(OpenAccount open) {
    this.open = open;
  }

  /**
   * Whom to open an account for.
   *
   * @param name the same as the title where no person is to be named
   * @param area for a role over an area; {@code projectId} for a role in a project
   */
  public record NewAccount(
      String signInName, String name, String title, UUID organisationId, Role role, @Nullable String area,
      @Nullable UUID projectId) {}

  /** An account as its owner needs it; the password is told here once and stored nowhere. */
  public record Account(UUID personId, String signInName, String password) {}

  /**
   * Lets somebody stand in for the holder of an office from today to the day; within a system scope.
   *
   * @param role which of the holder's appointments, the first of the role
   */
  public void deputise(UUID holder, Role role, UUID deputy, LocalDate to) {
    open.deputise(holder, role, deputy, to);
  }

  /** The day appointments are held against, by system time. */
  public LocalDate today() {
    return open.today();
  }

  /**
   * Opens the account and appoints its owner.
   *
   * @throws IllegalStateException outside a system scope: people are registered without a password
   */
  public Account open(NewAccount wanted) {
    return open.open(wanted);
  }
}
