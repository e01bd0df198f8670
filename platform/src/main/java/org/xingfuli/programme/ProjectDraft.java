package org.xingfuli.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a project; what is absent keeps its value, or gets the default of a new project.
 *
 * @param estates shares by estate, the main estate first; all in one street
 * @param sizeClass a person's choice, which only the score sheet takes, with its reason; a project added or changed with one is
 *     refused ({@code programme.size-by-sheet})
 * @param planting absent for a new project: after the node when small and easy, otherwise in autumn
 * @param clear what shall no longer be said, though it was
 */
public record ProjectDraft(
    @Nullable String name,
    @Nullable List<EstateShare> estates,
    @Nullable UUID deliveryAgent,
    @Nullable UUID contractor,
    @Nullable UUID supervisor,
    @Nullable SizeClass sizeClass,
    @Nullable Planting planting,
    @Nullable LocalDate earliestStart,
    Set<Cleared> clear) {

  /** What of a project may be taken back; a size class then follows its estates or the size rule again. */
  public enum Cleared { SIZE_CLASS, EARLIEST_START }

  public ProjectDraft(@Nullable String name, @Nullable List<EstateShare> estates, @Nullable UUID deliveryAgent,
      @Nullable UUID contractor, @Nullable UUID supervisor, @Nullable SizeClass sizeClass, @Nullable Planting planting,
      @Nullable LocalDate earliestStart) {
    this(name, estates, deliveryAgent, contractor, supervisor, sizeClass, planting, earliestStart, Set.of());
  }

  /** Given for a party: nobody any more. */
  public static final UUID NOBODY = new UUID(0, 0);

  /** The part (above 0, at most 1) of an estate that belongs to the project. */
  public record EstateShare(UUID estateId, BigDecimal share) {}

  public static ProjectDraft of(String name, List<EstateShare> estates) {
    return new ProjectDraft(name, estates, null, null, null, null, null, null);
  }
}
