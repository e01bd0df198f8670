package org.xingfuli.programme;

import java.util.UUID;

/** Projects of a programme were added, changed or removed; the frozen plan is what it was. */
public record ProjectsChanged(UUID eventId, UUID programmeId) {}
