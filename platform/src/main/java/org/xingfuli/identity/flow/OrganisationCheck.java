package org.xingfuli.identity.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.kernel.Refusal;

/** Whether an organisation fits into the tree: below the right parent, with a code that continues the parent's. */
@Component
class OrganisationCheck {

  /** Digits with blanks and dashes between them, an international prefix before. */
  static final String PHONE = "[0-9+][0-9 -]{4,19}";

  private static final int LONGEST = 100;

  private final OrganisationStore store;

  OrganisationCheck(OrganisationStore store) {
    this.store = store;
  }

  List<Refusal> faults(Organisation wanted, @Nullable Organisation parent) {
    var faults = new ArrayList<Refusal>();
    if (wanted.name().isBlank() || wanted.name().length() > LONGEST) {
      faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/name", "maximum", LONGEST)));
    }
    checkContact(wanted, faults);
    if (parent == null || parent.area() == null || !Reach.has(parent.area()) || parent.closed()) {
      faults.add(Refusal.of("identity.unknown-organisation", Map.of("pointer", "/parentId")));
      return faults;
    }
    if (!standsBelow(wanted.kind(), parent.kind())) {
      faults.add(Refusal.of("identity.wrong-parent", Map.of("pointer", "/parentId")));
    }
    checkArea(wanted, parent.area(), faults);
    if (store.nameTaken(wanted)) {
      faults.add(Refusal.of("identity.organisation-known", Map.of("pointer", "/name", "name", wanted.name())));
    }
    return faults;
  }

  /** Which service a utility runs, and how to reach it. */
  static void checkContact(Organisation wanted, List<Refusal> faults) {
    if ((wanted.kind() == OrganisationKind.UTILITY) != (wanted.service() != null)) {
      faults.add(Refusal.of("identity.service-does-not-fit", Map.of("pointer", "/service", "kind", wanted.kind())));
    }
    if (wanted.contact() != null && wanted.contact().length() > 50) {
      faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/contact", "maximum", 50)));
    }
    if (wanted.phone() != null && !wanted.phone().matches(PHONE)) {
      faults.add(Refusal.of("identity.bad-phone", Map.of("pointer", "/phone")));
    }
    if (wanted.address() != null && wanted.address().length() > 200) {
      faults.add(Refusal.of("identity.bad-name", Map.of("pointer", "/address", "maximum", 200)));
    }
  }

  /** The text without blanks around it; nothing when nothing is left. */
  static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void checkArea(Organisation wanted, String above, List<Refusal> faults) {
    var area = wanted.area();
    int digits = wanted.kind().digits();
    if (digits == 0 ? area != null : area == null || !area.matches("[0-9]{" + digits + "}") || !area.startsWith(above)) {
      faults.add(Refusal.of("identity.bad-area",
          Map.of("pointer", "/area", "area", area == null ? "" : area, "digits", digits, "above", above)));
    }
  }

  private static boolean standsBelow(OrganisationKind kind, OrganisationKind parent) {
    return switch (kind) {
      case DISTRICT -> false;
      case STREET -> parent == OrganisationKind.DISTRICT;
      case COMMUNITY -> parent == OrganisationKind.STREET;
      default -> parent.isArea();
    };
  }
}
