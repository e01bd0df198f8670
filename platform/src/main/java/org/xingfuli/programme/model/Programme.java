package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.UUID;

/** The renovation programme of one year; {@code starts} is the first day anything of it may happen. */
public record Programme(UUID id, int year, String name, LocalDate starts, PlanningRules rules, int version) {}
