package org.xingfuli.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as somebody made it before this platform had it, for a history that is taken in.
 *
 * @param said what was said, as of the business date on which it is taken in
 * @param reporterName the title, and the name where there is one
 */
public record PastReport(ProgressStatement said, UUID reporter, String reporterName, Instant at) {}
