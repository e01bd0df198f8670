package org.xingfuli.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation of the tree.
 *
 * @param parentId absent for the district
 * @param area its own area code; only district, street and community have one
 * @param service what a utility runs; absent for all others
 * @param contact whom to ask for, by post or name
 * @param phone where somebody answers
 * @param closed kept for what it has done; nobody is put there any more
 */
public record Organisation(
    UUID id, @Nullable UUID parentId, OrganisationKind kind, String name, @Nullable String area,
    @Nullable UtilityService service, @Nullable String contact, @Nullable String phone, @Nullable String address,
    boolean closed) {

  /** An organisation of which nothing but its place in the tree is known. */
  public static Organisation plain(
      UUID id, @Nullable UUID parentId, OrganisationKind kind, String name, @Nullable String area) {
    return new Organisation(id, parentId, kind, name, area, null, null, null, null, false);
  }
}
