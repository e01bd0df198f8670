package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.SizeSheet;

/**
 * Finds the size class of a project: what a person chose for it; otherwise what people chose for its estates, where one
 * regular estate makes it regular and small ones make it small only all together; otherwise by the score sheet.
 */
@Component
class ProjectSize {

  private final ScoredSize sheet;

  ProjectSize(ScoredSize sheet) {
    this.sheet = sheet;
  }

  /** A class and where it comes from. */
  record Sized(SizeClass sizeClass, SizeClassBy by) {}

  Sized of(
      @Nullable SizeClass chosen, List<Estate> held, Quantities amounts, Map<SizeSheet.Fact, BigDecimal> stated) {
    if (chosen != null) {
      return new Sized(chosen, SizeClassBy.PROJECT);
    }
    var said = held.stream().filter(Estate::sizeClassChosen).map(Estate::sizeClass).toList();
    if (said.contains(org.xingfuli.estate.SizeClass.REGULAR)) {
      return new Sized(SizeClass.REGULAR, SizeClassBy.ESTATE);
    }
    if (!held.isEmpty() && said.size() == held.size()) {
      return new Sized(SizeClass.SMALL_AND_EASY, SizeClassBy.ESTATE);
    }
    return new Sized(sheet.score(amounts, stated).sizeClass(), SizeClassBy.RULE);
  }
}
