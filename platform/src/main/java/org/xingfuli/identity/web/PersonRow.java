package org.xingfuli.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list.
 *
 * @param phone masked
 * @param hasPassword false until the person has used the first link
 * @param lockedUntil until when signing in is refused after wrong passwords
 */
record PersonRow(
    UUID id, String name, String title, String signInName, UUID organisationId, String organisationName,
    @Nullable String phone, boolean disabled, boolean hasPassword, @Nullable Instant lockedUntil, List<AppointmentView> appointments) {}
