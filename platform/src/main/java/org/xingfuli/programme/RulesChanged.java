package org.xingfuli.programme;

import java.util.UUID;

/** The rules of a programme, its name or its start were changed; plans already made keep their dates. */
public record RulesChanged(UUID eventId, UUID programmeId) {}
