package org.xingfuli.engine.triage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * BM25 over bigrams in memory, asked with the weighted bigrams of a title. A bigram weighs idf to the power {@link #POWER}, times
 * the share of the messages holding it that hold it in their title: what people write into titles is what matters are called.
 */
final class MatterIndex {

  private static final String ALL = "a";
  private static final String TITLE = "t";
  private static final String KEY = "k";
  private static final String NUMBER = "n";

  private static final float K1 = 1.2f;
  private static final float B = 0.3f;
  private static final double POWER = 1.5;

  /** Above this share of the messages a bigram says nothing; asked for only where there are enough messages to tell. */
  private static final double COMMON = 0.1;

  private static final int ENOUGH = 200;

  /** A few messages cannot tell what is rare: a bigram is as rare as though there were so many, the others without it. */
  private static final int RARE = 1_000;

  private static final int LONGEST_QUERY = 200;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final Map<Integer, Double> weights = new HashMap<>();
  private IndexSearcher searcher;
  private DirectoryReader reader;
  private boolean stale;
  private int messages;
  private double averageLength;

  /** A message found, by the number it was added under. */
  record Hit(int number, double score) {}

  MatterIndex() {
    try {
      // One thread merges, in the caller's own time: what a search answers must not depend on when it is asked.
      writer = new IndexWriter(directory, new IndexWriterConfig()
          .setMergeScheduler(new SerialMergeScheduler()).setSimilarity(new BM25Similarity(K1, B)).setRAMBufferSizeMB(32));
      reader = DirectoryReader.open(writer);
      searcher = searcher(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(K1, B));
    searcher.setQueryCache(null);
    return searcher;
  }

  private static FieldType frequencies() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  void add(int number, Entry entry) {
    FieldType type = frequencies();
    Document document = new Document();
    document.add(new StringField(KEY, Integer.toString(number), Field.Store.NO));
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(new Field(TITLE, entry.ofTitle.stream(), type));
    document.add(new Field(ALL, entry.all.stream(), type));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    stale = true;
  }

  void remove(int number) {
    try {
      writer.deleteDocuments(new Term(KEY, Integer.toString(number)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    stale = true;
  }

  private void refresh() {
    if (!stale) {
      return;
    }
    try {
      DirectoryReader changed = DirectoryReader.openIfChanged(reader);
      if (changed != null) {
        reader.close();
        reader = changed;
        searcher = searcher(changed);
      }
      weights.clear();
      var statistics = searcher.collectionStatistics(ALL);
      messages = statistics == null ? 0 : (int) statistics.docCount();
      averageLength = statistics == null ? 1 : (double) statistics.sumTotalTermFreq() / statistics.docCount();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    stale = false;
  }

  /** What a bigram is worth in a title; 0 when it is too common to say anything. */
  double weight(int bigram) {
    refresh();
    return weights.computeIfAbsent(bigram, this::reckoned);
  }

  private double reckoned(int bigram) {
    int holding = frequency(ALL, bigram);
    if (messages >= ENOUGH && holding > COMMON * messages) {
      return 0;
    }
    double share = holding == 0 ? 1 : (double) frequency(TITLE, bigram) / holding;
    return Math.pow(idf(holding, Math.max(messages, RARE)), POWER) * share;
  }

  private static double idf(int holding, int of) {
    return Math.log(1 + (of - holding + 0.5) / (holding + 0.5));
  }

  private int frequency(String field, int bigram) {
    try {
      return reader.docFreq(new Term(field, Bigrams.text(bigram)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the title of one says about the other, as BM25 scores it; of itself: the most it can be. */
  double score(Entry title, Entry of) {
    refresh();
    double norm = K1 * (1 - B + B * of.all.total() / averageLength);
    double score = 0;
    for (int bigram : title.ofTitle.keys()) {
      int times = of.all.times(bigram);
      score += times == 0 ? 0 : weight(bigram) * times / (times + norm);
    }
    return score;
  }

  /** The best of those that share anything with the title, best first. */
  List<Hit> search(Entry asked, int most) {
    refresh();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    int clauses = 0;
    for (int bigram : asked.ofTitle.keys()) {
      double weight = weight(bigram);
      int holding = frequency(ALL, bigram);
      if (weight > 0 && holding > 0 && clauses++ < LONGEST_QUERY) {
        // Lucene multiplies with idf itself.
        query.add(new BoostQuery(new TermQuery(new Term(ALL, Bigrams.text(bigram))), (float) (weight / idf(holding, messages))), BooleanClause.Occur.SHOULD);
      }
    }
    if (clauses == 0) {
      return List.of();
    }
    try {
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc found : searcher.search(query.build(), most).scoreDocs) {
        hits.add(new Hit(number(found.doc), found.score));
      }
      return hits;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int number(int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues numbers = leaf.reader().getNumericDocValues(NUMBER);
    numbers.advanceExact(document - leaf.docBase);
    return (int) numbers.longValue();
  }

  /** Of the index on what stands for its disk. */
  long bytes() {
    try {
      long bytes = 0;
      for (String file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
      return bytes + writer.ramBytesUsed();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
