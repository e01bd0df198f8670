package org.xingfuli.database;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A business day is over and the next one has begun, by midnight or because a demo's clock was moved. It is published once for
 * every day, whichever node noticed; a move over many days publishes each. Whoever listens asks the clock what day it is now:
 * listeners are unordered, and more days may have passed since.
 *
 * @param eventId the same for the same day, so that an inbox holds its effect to once
 * @param day the day that is over
 */
public record DayPassed(UUID eventId, LocalDate day) {}
