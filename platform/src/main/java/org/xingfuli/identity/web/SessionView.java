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
 * @param mustEnrol nothing else is allowed before a second factor has been set up
 * @param secondFactor whether the person has one
 */
record SessionView(
    Who person, List<AppointmentView> appointments, List<Permission> permissions, LocalDate businessDate, boolean demo,
    String districtName, boolean mustChangePassword, boolean mustEnrol, boolean secondFactor) {

  /** The person, as far as the screens show one. */
  record Who(UUID id, String name, String title, String signInName) {}
}
