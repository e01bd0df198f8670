package org.xingfuli.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.triage.Classifier;
import org.xingfuli.engine.triage.HotTopics;
import org.xingfuli.engine.triage.Labelled;
import org.xingfuli.engine.triage.Topic;
import org.xingfuli.engine.triage.TrainedModel;
import org.xingfuli.engine.triage.TrainingOptions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns classes from a file of messages, measures what was learnt, finds hot topics; one JSON object each. */
@Command(
    name = "triage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "学习分派、检验分派、发现热点 / learns and measures routing, finds hot topics.",
    footer = {
      "",
      "  triage train FILE.jsonl --model FILE   learns from labelled messages and writes the model",
      "  triage test FILE.jsonl --model FILE    the model's suggestions held against the labels",
      "  triage hot FILE.jsonl                  matters that several messages are about",
      "FILE.jsonl: one JSON object a line, UTF-8 (BOM, CRLF and empty lines do no harm). Fields, small or capital letters:",
      "  text  text, content, body, message, 正文, 内容, 留言详情 or 留言内容; raw, or cut into words by spaces",
      "  title title, subject, topic, summary, 标题, 主题 or 留言主题; text or title must be there",
      "  label label, class, category, classCode, level1, 类别, 分类, 标签 or 一级标签 (train and test), or --label NAME",
      "  id    id, n, no, number, 编号 or 留言编号; without one the message is line-N, and one used again is ID@N",
      "  time  time, at, date, created, createdAt, datetime, 时间 or 留言时间: 2026-03-01 08:30, 2026/3/1 8:30:00 or ISO",
      "  place place, estate, address, 地点 or 小区 (hot); equal places are the same place",
      "All faulty lines are told together and nothing is done.",
      "JSON: train rows, classes, margin (lead below which it refuses), precision (wanted and found on held-out rows), rejectedShare,",
      "  model (its version), seconds; test macroF1, accuracy, rejectedShare, keptPrecision (of what is not refused), perClass, seconds;",
      "  hot clusters:[{size, title, ids, first, last, week, weekBefore, words}], messages, seconds.",
      "Exit: 0 done, 1 a file or model cannot be used, 2 wrong arguments."
    })
final class TriageCommand implements Callable<Integer> {

  private static final List<String> ACTS = List.of("train", "test", "hot");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ACT", description = "train, test or hot")
  private String act = "";

  @Parameters(index = "1", paramLabel = "FILE.jsonl", description = "messages")
  private Path file = Path.of("");

  @Option(names = "--model", paramLabel = "FILE", description = "train writes it, test reads it")
  private @Nullable Path model;

  @Option(names = "--label", paramLabel = "NAME", description = "name of the field that holds the label, when it is none of the known ones")
  private @Nullable String label;

  @Option(names = "--precision", paramLabel = "P", description = "train: wanted of what is not refused (default ${DEFAULT-VALUE})")
  private double precision = 0.95;

  @Option(names = "--seed", paramLabel = "K", description = "train: seed of folds and solver (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--least", paramLabel = "N", description = "hot: messages of a cluster (default ${DEFAULT-VALUE})")
  private int least = 2;

  @Override
  public Integer call() throws IOException {
    if (!ACTS.contains(act)) {
      throw wrong("不认识 / unknown: " + act + " (" + String.join(", ", ACTS) + ")");
    }
    if (!(precision > 0 && precision <= 1) || least < 2) {
      throw wrong("0 < --precision ≤ 1, --least ≥ 2");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong("找不到或不可读 / not found or not readable: " + file);
    }
    try {
      switch (act) {
        case "train" -> train(named());
        case "test" -> test(named());
        default -> hot();
      }
      return CommandLine.ExitCode.OK;
    } catch (Refused refused) {
      PrintWriter err = spec.commandLine().getErr();
      for (Refusal refusal : refused.refusals()) {
        Path faulty = model != null && refusal.code().equals("triage.model-damaged") ? model : file;
        err.println(faulty.getFileName() + ": " + Texts.of(refusal));
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Path named() {
    if (model == null) {
      throw wrong(act + " 需要 --model / needs --model");
    }
    return model;
  }

  private void train(Path to) throws IOException {
    Path folder = to.toAbsolutePath().getParent();
    if (Files.isDirectory(to) || folder == null || !Files.isDirectory(folder)) {
      throw wrong("写不了 / cannot be written: " + to);
    }
    long began = System.nanoTime();
    List<Labelled> rows = MessageFile.read(file, label).labelled();
    TrainedModel trained = Classifier.train(rows, TrainingOptions.ordinary().withPrecision(precision).withSeed(seed));
    // Beside it first: a model that is half written must not stand where a whole one stood.
    Path beside = Files.createTempFile(folder, "model", ".part");
    try {
      try (var out = Files.newOutputStream(beside)) {
        trained.write(out);
      }
      Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    var calibration = trained.calibration();
    print(new JsonLine().put("rows", trained.rows()).put("classes", trained.classes().size())
        .json("margin", four(calibration.margin())).put("wantedPrecision", precision)
        .json("precision", four(calibration.precision())).json("rejectedShare", four(calibration.rejectedShare()))
        .put("model", trained.version()).put("seed", seed).put("seconds", since(began)));
  }

  private void test(Path from) throws IOException {
    if (!Files.isRegularFile(from) || !Files.isReadable(from)) {
      throw wrong("找不到或不可读 / not found or not readable: " + from);
    }
    long began = System.nanoTime();
    TrainedModel read;
    try (var in = new BufferedInputStream(Files.newInputStream(from))) {
      read = TrainedModel.read(in);
    }
    Scores scores = Scores.of(read, MessageFile.read(file, label).labelled());
    print(new JsonLine().json("macroF1", four(scores.macroF1())).json("accuracy", four(scores.accuracy()))
        .json("rejectedShare", four(scores.rejectedShare())).json("keptPrecision", four(scores.keptPrecision()))
        .json("margin", four(read.calibration().margin())).put("rows", scores.rows()).put("model", read.version())
        .json("perClass", scores.classesJson()).put("seconds", since(began)));
  }

  private void hot() throws IOException {
    long began = System.nanoTime();
    MessageFile messages = MessageFile.read(file, label);
    var ordinary = HotTopics.Options.ordinary();
    List<Topic> topics = HotTopics.find(messages.messages(), new HotTopics.Options(least, ordinary.join(), null));
    List<String> clusters = new ArrayList<>();
    for (Topic topic : topics) {
      JsonLine line = new JsonLine().put("size", topic.size()).put("title", topic.title()).json("ids", JsonLine.texts(topic.ids()));
      if (topic.first() != null && topic.last() != null) {
        line.put("first", topic.first().toString()).put("last", topic.last().toString());
      }
      line.put("week", topic.trend().week()).put("weekBefore", topic.trend().weekBefore()).json("words", JsonLine.texts(topic.words()));
      clusters.add(line.end());
    }
    print(new JsonLine().json("clusters", "[" + String.join(",", clusters) + "]").put("messages", messages.messages().size())
        .put("seconds", since(began)));
  }

  /** Shares and margins to four places; what is not a number, as before any calibration, is null. */
  private static String four(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private void print(JsonLine line) {
    spec.commandLine().getOut().println(line.end());
    spec.commandLine().getOut().flush();
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
