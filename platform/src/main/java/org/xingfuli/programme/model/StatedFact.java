package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What somebody stated of a project for the score sheet. */
public record StatedFact(
    UUID projectId, String area, SizeSheet.Fact fact, BigDecimal value, String note, LocalDate on, String by) {}
