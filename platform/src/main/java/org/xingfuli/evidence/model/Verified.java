package org.xingfuli.evidence.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verification says of one item.
 *
 * @param findings empty when file and row are what came in
 * @param link number in the audit chain; 0 while the seal is being made, a second at most
 */
public record Verified(UUID id, List<Finding> findings, long link, @Nullable Instant recordedAt) {

  public boolean sound() {
    return findings.isEmpty();
  }
}
