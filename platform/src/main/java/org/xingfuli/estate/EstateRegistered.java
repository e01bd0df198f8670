package org.xingfuli.estate;

import java.util.UUID;

/** An estate has come onto the record. */
public record EstateRegistered(UUID eventId, UUID estateId, int version) {}
