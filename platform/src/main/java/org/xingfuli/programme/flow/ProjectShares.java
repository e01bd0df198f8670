package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.ProjectDraft.EstateShare;
import org.xingfuli.programme.model.Project.Share;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProjectStore;

/**
 * Checks what a project wants of its estates: known ones, each once, all in one street, none held beyond the whole.
 *
 * <p>A project stays in the street it was made in. Who sees it, its reports and its forecast follows from the street, so
 * estates of another street make another project.
 */
@Component
class ProjectShares {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Organisations organisations;
  private final Estates estates;
  private final ProjectStore projects;

  ProjectShares(Organisations organisations, Estates estates, ProjectStore projects) {
    this.organisations = organisations;
    this.estates = estates;
    this.projects = projects;
  }

  /** What the project may hold; {@code held} are its estates, the main one first. */
  record Checked(String street, List<Share> shares, List<Estate> held) {

    String names() {
      return String.join("、", held.stream().map(Estate::name).toList());
    }
  }

  /**
   * Checks all shares at once, and holds the estates so that none moves meanwhile.
   *
   * @param street the street of the project when it has one already
   */
  Checked check(UUID programmeId, UUID projectId, @Nullable String street, List<EstateShare> wanted) {
    if (wanted.isEmpty()) {
      throw new Refused(Refusal.of("programme.project-without-estate", Map.of("pointer", "/estates")));
    }
    var known = estates.hold(wanted.stream().map(EstateShare::estateId).toList());
    var taken = projects.sharesTaken(programmeId, projectId);
    var refusals = new ArrayList<Refusal>();
    var seen = new HashSet<UUID>();
    var shares = new ArrayList<Share>();
    var held = new ArrayList<Estate>();
    for (int place = 0; place < wanted.size(); place++) {
      var share = wanted.get(place).share();
      var estate = Optional.ofNullable(known.get(wanted.get(place).estateId())).orElseThrow(Unknown::row);
      var left = BigDecimal.ONE.subtract(taken.getOrDefault(estate.id(), BigDecimal.ZERO)).max(BigDecimal.ZERO);
      if (!seen.add(estate.id())) {
        refusals.add(Refusal.of("programme.estate-listed-twice",
            Map.of("pointer", "/estates/" + place, "estate", estate.name())));
      } else if (share.signum() <= 0 || share.compareTo(left) > 0) {
        refusals.add(Refusal.of("programme.estate-share-taken", Map.of("pointer", "/estates/" + place + "/share",
            "estate", estate.name(), "share", percent(share), "left", percent(left))));
      }
      shares.add(new Share(estate.id(), estate.area(), share));
      held.add(estate);
    }
    var streets = held.stream().map(Estate::street).distinct().toList();
    if (streets.size() > 1) {
      refusals.add(Refusal.of("programme.project-over-streets", Map.of("pointer", "/estates", "streets", names(streets))));
    } else if (street != null && !streets.getFirst().equals(street)) {
      refusals.add(Refusal.of("programme.project-other-street", Map.of("pointer", "/estates",
          "street", names(List.of(street)), "estates", held.stream().map(Estate::name).toList())));
    }
    Refused.ifAny(refusals);
    return new Checked(streets.getFirst(), shares, held);
  }

  private List<String> names(List<String> streets) {
    var known = organisations.areaNames();
    return streets.stream().map(street -> known.getOrDefault(street, street)).toList();
  }

  private static String percent(BigDecimal share) {
    return share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
  }
}
