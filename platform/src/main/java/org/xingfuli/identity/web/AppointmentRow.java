package org.xingfuli.identity.web;

import java.util.UUID;

/** An appointment in the list of all, with who holds it. */
record AppointmentRow(
    UUID id, AppointmentView appointment, UUID personId, String personName, String personTitle, boolean disabled,
    UUID organisationId, String organisationName) {}
