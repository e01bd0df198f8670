package org.xingfuli.identity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xingfuli.access.Permission;

/**
 * Who is signed in, and what the screens need to know at once.
 *
 * @param appointments those that count today
 * @param demo whether everything shown is example data
 */
record SessionView(
    Who person, List<AppointmentView> appointments, List<Permission> permissions, LocalDate businessDate, boolean demo,
    String districtName, boolean mustChangePassword) {

  /** The person, as far as the screens show one. */
  record Who(UUID id, String name, String title, String signInName) {}
}
