package org.xingfuli.identity;

import java.util.UUID;

/**
 * What a person may do has changed: appointed, revoked, disabled or enabled. Requests notice by themselves at once; whoever
 * holds something open for the person, such as a stream, asks {@link People#scopeOf} again.
 */
public record AppointmentChanged(UUID eventId, UUID personId) {}
