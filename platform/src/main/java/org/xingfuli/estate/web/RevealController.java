package org.xingfuli.estate.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.estate.flow.RevealOwner;
import org.xingfuli.identity.RevealReason;

/** Who owns a household, in clear, for a minute and with a reason. */
@RestController
class RevealController {

  private final RevealOwner reveal;

  RevealController(RevealOwner reveal) {
    this.reveal = reveal;
  }

  /** Why: one of the usual reasons, and some words of one's own. */
  record RevealAsked(@NotNull RevealReason usual, @NotNull @Size(max = 200) String reason) {}

  /**
   * The owner in clear.
   *
   * @param until the screen shows it no longer
   * @param left how many looks are left today
   */
  record RevealedOwner(
      UUID householdId, String door, @Nullable String ownerName, @Nullable String ownerPhone, Instant until, int left) {}

  @PostMapping("/api/households/{id}/reveal")
  @Requires(value = Permission.PERSONAL_REVEAL, freshSecondFactor = true)
  ResponseEntity<RevealedOwner> reveal(@PathVariable UUID id, @Valid @RequestBody RevealAsked asked) {
    var seen = Found.orRefuse(reveal.reveal(id, asked.usual(), asked.reason()).orElse(null));
    var owned = seen.owned();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RevealedOwner(
        id, owned.door(), owned.name(), owned.phone(), seen.granted().until(), seen.granted().left()));
  }
}
