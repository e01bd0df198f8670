/**
 * Appeals (诉求): every word of a resident, from whatever channel, becomes one case with a legal clock that ends in a reply and an
 * outcome (件件有回音、事事有着落).
 *
 * <p>What happened to an appeal is told by {@link org.xingfuli.appeal.AppealsReceived}, {@link
 * org.xingfuli.appeal.AppealDispatched}, {@link org.xingfuli.appeal.AppealReplied}, {@link org.xingfuli.appeal.AppealClosed} and
 * {@link org.xingfuli.appeal.AppealReopened}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "诉求 Appeals",
    allowedDependencies = {"database", "wire", "access", "identity", "audit", "evidence", "notice", "estate", "utilities",
        "programme"})
@NullMarked
package org.xingfuli.appeal;

import org.jspecify.annotations.NullMarked;
