package org.xingfuli.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/** What a benchmark prints: rows for people, one JSON line for machines, and how many of its schedules the verifier refused. */
public final class BenchTable {

  private final PrintWriter out;
  private final JsonLine json;
  private int infeasible;

  public BenchTable(PrintWriter out, JsonLine json) {
    this.out = out;
    this.json = json;
  }

  /** A line for people, as {@link String#format} makes it. */
  public void row(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Of the last line. */
  public JsonLine json() {
    return json;
  }

  /** The timetable, counted when the verifier refuses it. */
  public Timetable checked(Network network, Timetable timetable) {
    return checked(network, timetable, Actuals.none());
  }

  Timetable checked(Network network, Timetable timetable, Actuals actuals) {
    infeasible += Verifier.violations(network, timetable, actuals).isEmpty() ? 0 : 1;
    return timetable;
  }

  /** @return the command's exit code: 1 when the verifier refused a schedule */
  public int end() {
    json.put("infeasible", infeasible);
    out.println(json.end());
    out.flush();
    return infeasible == 0 ? 0 : 1;
  }

  /** A mean that grows. */
  public static final class Mean {
    private double sum;
    private int count;

    public void add(double value) {
      sum += value;
      count++;
    }

    /** 0 of nothing. */
    public double value() {
      return count == 0 ? 0 : sum / count;
    }
  }

  /** Numbers measured, of which some are told. */
  static final class Sample {
    private final double[] sorted;

    Sample(double[] values) {
      sorted = values.clone();
      Arrays.sort(sorted);
    }

    /** Seconds that a piece of work took, done so many times. */
    static Sample ofSeconds(int times, Runnable work) {
      double[] took = new double[times];
      for (int t = 0; t < times; t++) {
        long began = System.nanoTime();
        work.run();
        took[t] = (System.nanoTime() - began) / 1e9;
      }
      return new Sample(took);
    }

    /** The least value that this share of the sample does not exceed. */
    double at(double share) {
      return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    double least() {
      return sorted[0];
    }

    double median() {
      return at(0.5);
    }

    double most() {
      return at(1);
    }
  }
}
