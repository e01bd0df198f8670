package org.xingfuli.appeal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody appeals in a demo.
 *
 * @param originalNumber of the hotline or platform it came from
 * @param merchant whether a merchant appeals, and no resident
 */
public record AppealTold(
    Channel channel, @Nullable String originalNumber, AppealKind kind, String title, String words, String classCode, UUID estate,
    String area, @Nullable UUID buildingId, @Nullable String building, @Nullable Integer stairwell, String name, String phone,
    boolean merchant) {}
