package org.xingfuli.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation of the tree.
 *
 * @param parentId absent for the district
 * @param area its own area code; only district, street and community have one
 */
public record Organisation(
    UUID id, @Nullable UUID parentId, OrganisationKind kind, String name, @Nullable String area) {}
