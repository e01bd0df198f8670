package org.xingfuli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.xingfuli.cli.BenchTable.Mean;
import org.xingfuli.cli.BenchTable.Sample;
import org.xingfuli.engine.triage.Classifier;
import org.xingfuli.engine.triage.FirstDayRules;
import org.xingfuli.engine.triage.HotTopics;
import org.xingfuli.engine.triage.Labelled;
import org.xingfuli.engine.triage.Message;
import org.xingfuli.engine.triage.Resubmissions;
import org.xingfuli.engine.triage.SameMatter;
import org.xingfuli.engine.triage.TrainedModel;
import org.xingfuli.engine.triage.TrainingOptions;

/**
 * Routing on labelled messages (texts that stand twice taken once, a fifth of every class kept for the test, a new cut for every
 * seed) beside keywords drawn from the same training rows; hot topics on messages with times beside plain MinHash.
 */
record TriageBench(Path messages, PrintWriter out, int runs, long seed, String engine) {

  private static final String SEGMENTED = "att2_segmented.jsonl";
  private static final String RAW = "att2_sample_raw.jsonl";
  private static final String TIMED = "att3.jsonl";

  /** What the score asks for; the engine knows none of them. Of a matter belongs what names it in the title. */
  private static final List<String> MATTERS =
      List.of("伊景园", "丽发新城", "魅力之城", "经济学院", "五矿万境", "购房补贴", "7号线", "58车贷", "广铁", "绿地海外滩");

  private static final double MINHASH = 0.3;

  int run() throws IOException {
    JsonLine json = new JsonLine().put("bench", "triage").put("engine", engine).put("seed", seed).put("runs", runs);
    routing(SEGMENTED, "segmented", true, json);
    routing(RAW, "raw", false, json);
    hot(json);
    out.println(json.end());
    out.flush();
    return 0;
  }

  private void row(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  private void routing(String file, String key, boolean peer, JsonLine json) throws IOException {
    Path path = messages.resolve(file);
    if (!path.toFile().isFile()) {
      return;
    }
    List<Labelled> read = MessageFile.read(path, null).labelled();
    List<Labelled> rows = once(read);
    double[] f1 = new double[runs];
    Mean accuracy = new Mean();
    Mean rejected = new Mean();
    Mean kept = new Mean();
    Mean training = new Mean();
    Mean suggesting = new Mean();
    Mean peerF1 = new Mean();
    for (int run = 0; run < runs; run++) {
      List<Labelled> train = new ArrayList<>();
      List<Labelled> test = new ArrayList<>();
      cut(rows, seed + run, train, test);
      long began = System.nanoTime();
      TrainedModel model = Classifier.train(train, TrainingOptions.ordinary().withSeed(seed + run));
      training.add((System.nanoTime() - began) / 1e9);
      began = System.nanoTime();
      Scores scores = Scores.of(model, test);
      suggesting.add((System.nanoTime() - began) / 1e6 / test.size());
      f1[run] = scores.macroF1();
      accuracy.add(scores.accuracy());
      rejected.add(scores.rejectedShare());
      kept.add(scores.keptPrecision());
      if (peer) {
        peerF1.add(keywords(train, test));
      }
      row("%s, seed %d: macro-F1 %.4f, accuracy %.4f, rejected %.3f, precision of the rest %.4f, margin %.3f", key, seed + run,
          f1[run], scores.accuracy(), scores.rejectedShare(), scores.keptPrecision(), model.calibration().margin());
    }
    Sample sample = new Sample(f1);
    double mean = Arrays.stream(f1).average().orElse(0);
    row("%s: %d messages (%d of them read), %d seeds: macro-F1 %.4f (%.4f to %.4f), accuracy %.4f; rejected %.1f %%, of the rest %.2f %%"
        + " right; trained in %.1f s, %.2f ms a suggestion", key, rows.size(), read.size(), runs, mean, sample.least(), sample.most(),
        accuracy.value(), 100 * rejected.value(), 100 * kept.value(), training.value(), suggesting.value());
    json.put(key + "Messages", rows.size()).json(key + "MacroF1", four(mean)).json(key + "MacroF1Least", four(sample.least()))
        .json(key + "MacroF1Most", four(sample.most())).json(key + "Accuracy", four(accuracy.value()))
        .json(key + "RejectedShare", four(rejected.value())).json(key + "KeptPrecision", four(kept.value()))
        .put(key + "TrainSeconds", training.value()).put(key + "SuggestMs", suggesting.value());
    if (peer) {
      row("%s: keywords alone, drawn from the same rows: macro-F1 %.4f", key, peerF1.value());
      json.json(key + "KeywordsMacroF1", four(peerF1.value()));
    }
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** The first of equal texts, spaces apart. */
  private static List<Labelled> once(List<Labelled> rows) {
    Set<String> seen = new HashSet<>();
    return rows.stream().filter(row -> seen.add((row.message().title() + row.message().text()).replaceAll("\\s", ""))).toList();
  }

  /** Of every class a fifth, rounded, is for the test. */
  private static void cut(List<Labelled> rows, long seed, List<Labelled> train, List<Labelled> test) {
    Map<String, List<Labelled>> byClass = new TreeMap<>();
    rows.forEach(row -> byClass.computeIfAbsent(row.classCode(), code -> new ArrayList<>()).add(row));
    Random random = new Random(seed);
    for (List<Labelled> each : byClass.values()) {
      Collections.shuffle(each, random);
      int kept = (int) Math.round(each.size() * 0.2);
      test.addAll(each.subList(0, kept));
      train.addAll(each.subList(kept, each.size()));
    }
  }

  private static double keywords(List<Labelled> train, List<Labelled> test) {
    FirstDayRules rules = DrawnKeywords.of(train);
    Scores scores = new Scores();
    test.forEach(row -> scores.add(row.classCode(), rules.suggest(row.message())));
    return scores.macroF1();
  }

  private void hot(JsonLine json) throws IOException {
    Path path = messages.resolve(TIMED);
    if (!path.toFile().isFile()) {
      return;
    }
    List<Message> all = MessageFile.read(path, null).messages();
    long began = System.nanoTime();
    var topics = HotTopics.find(all, HotTopics.Options.ordinary());
    double seconds = (System.nanoTime() - began) / 1e9;
    List<Set<String>> groups = topics.stream().map(topic -> (Set<String>) new HashSet<>(topic.ids())).toList();
    Matters ours = Matters.of(MATTERS, all, groups);
    ours.each().forEach(line -> row("%s", line));
    row("hot topics: %d messages, %.1f s, %d topics of %d messages, the largest %d: P %.3f, R %.3f, F %.3f", all.size(), seconds,
        groups.size(), groups.stream().mapToInt(Set::size).sum(), groups.stream().mapToInt(Set::size).max().orElse(0),
        ours.precision(), ours.recall(), ours.f1());
    began = System.nanoTime();
    List<Set<String>> near = minHash(all);
    double peerSeconds = (System.nanoTime() - began) / 1e9;
    Matters peer = Matters.of(MATTERS, all, near);
    row("plain MinHash, likeness from %.1f on, connected: %.1f s, %d groups of %d messages: P %.3f, R %.3f, F %.3f", MINHASH, peerSeconds,
        near.size(), near.stream().mapToInt(Set::size).sum(), peer.precision(), peer.recall(), peer.f1());
    json.put("hotMessages", all.size()).put("hotSeconds", seconds).put("hotTopics", groups.size()).json("hotP", four(ours.precision()))
        .json("hotR", four(ours.recall())).json("hotF", four(ours.f1())).json("minHashP", four(peer.precision()))
        .json("minHashR", four(peer.recall())).json("minHashF", four(peer.f1())).put("minHashSeconds", peerSeconds);
    growing(all, json);
  }

  /** What a desk sees: each message asked about when it comes, then added. */
  private void growing(List<Message> all, JsonLine json) {
    SameMatter matter = new SameMatter();
    double[] took = new double[all.size()];
    for (int i = 0; i < took.length; i++) {
      long began = System.nanoTime();
      matter.suggest(all.get(i), 10);
      matter.add(all.get(i));
      took[i] = (System.nanoTime() - began) / 1e6;
    }
    Sample sample = new Sample(took);
    row("same matter, message by message: asked and added in %.2f ms, 99 %% in %.2f ms; %.1f kB a message", sample.median(),
        sample.at(0.99), matter.bytes() / 1e3 / all.size());
    json.put("sameMatterMs", sample.median()).put("sameMatterP99Ms", sample.at(0.99))
        .put("sameMatterKbPerMessage", matter.bytes() / 1e3 / all.size());
  }

  private static List<Set<String>> minHash(List<Message> all) {
    Resubmissions texts = new Resubmissions(MINHASH, all.size());
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Message message : all) {
      String text = message.title() + message.text();
      Set<String> group = new HashSet<>(Set.of(message.id()));
      texts.find(text).forEach(earlier -> group.addAll(groups.getOrDefault(earlier.id(), Set.of())));
      group.forEach(id -> groups.put(id, group));
      texts.add(message.id(), text, message.at());
    }
    return groups.values().stream().distinct().filter(group -> group.size() > 1).toList();
  }
}
