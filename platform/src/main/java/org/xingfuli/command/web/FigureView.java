package org.xingfuli.command.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xingfuli.command.model.Facts;
import org.xingfuli.command.model.Figure;
import org.xingfuli.command.model.FigureRule;
import org.xingfuli.command.model.Measure;
import org.xingfuli.programme.Words;

/**
 * A figure with everything needed to count it again.
 *
 * @param value absent when there is nothing to count
 * @param numeratorWords what the numerator counts
 * @param rows how many rows stand behind it
 * @param small whether it rests on few rows
 * @param date as of which day
 * @param from where the rows come from
 * @param basis where its rule comes from
 */
record FigureView(
    FigureRule.Kind kind,
    String code,
    Words name,
    Words unit,
    @Nullable Double value,
    double numerator,
    double denominator,
    Words numeratorWords,
    Words denominatorWords,
    int rows,
    boolean small,
    double weight,
    int threshold,
    int least,
    String parts,
    boolean data,
    LocalDate date,
    Words from,
    boolean unconfirmed,
    String basis) {

  static FigureView of(Figure figure, Facts facts) {
    var rule = figure.rule();
    return new FigureView(rule.kind(), rule.code(), rule.name(), rule.unit(), figure.value(), figure.numerator(),
        figure.denominator(), rule.measure().numerator(), rule.measure().denominator(), figure.rows(), figure.small(),
        rule.weight(), rule.threshold(), rule.least(), rule.parts(), rule.measure() != Measure.NO_DATA, facts.day(),
        rule.measure().source().words(), rule.unconfirmed(), rule.source());
  }
}
