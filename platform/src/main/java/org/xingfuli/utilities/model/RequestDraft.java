package org.xingfuli.utilities.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Service;

/**
 * What somebody asks for.
 *
 * @param contact whom households may call on site; a duty number, nobody's own
 * @param evidence drawings and photos uploaded before
 */
public record RequestDraft(
    RequestKind kind, UUID estateId, @Nullable UUID projectId, List<UUID> buildings, List<Service> services,
    String reason, @Nullable String contact, Window window, List<UUID> evidence) {}
