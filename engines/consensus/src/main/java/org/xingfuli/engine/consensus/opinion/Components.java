package org.xingfuli.engine.consensus.opinion;

/**
 * The two directions in which the votes of a round differ most: principal components of votes centred by the mean of those who saw the
 * statement, a statement not seen counting as the mean. Found by iterating a block of {@link #BLOCK} vectors from a fixed start,
 * orthogonal and rotated to the components in every step, until the two no longer move. The largest loading of a component is positive
 * (of nearly equal ones the first statement's).
 *
 * @param loadings two rows of one number a statement, each of length 1; all 0 where the votes do not differ in a second direction
 * @param explained share of the whole variance of each
 */
record Components(double[] means, double[][] loadings, double[] explained) {

  private static final int BLOCK = 8;
  private static final int MOST_STEPS = 500;
  private static final double STILL = 1e-12;
  /** Beyond so many statements their covariance is not written down. */
  private static final int MOST_DENSE = 2_000;
  /** A direction with less than this share of the variance is rounding. */
  private static final double NOTHING = 1e-12;
  private static final double NEARLY = 1e-7;

  static Components of(Votes votes) {
    int statements = votes.statements().size();
    double[] means = means(votes);
    double[][] covariance = statements <= MOST_DENSE ? covariance(votes, means) : null;
    double total = variance(votes, means);
    int size = Math.min(BLOCK, statements);
    double[][] block = start(size, statements);
    double[] values = new double[size];
    if (total > 0) {
      Matrices.orthonormal(block);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[][] image = covariance != null ? Matrices.times(block, covariance) : image(votes, means, block);
        double[][] inner = Matrices.inner(block, image);
        double[][] rotation = Matrices.eigen(inner, values);
        double[][] next = Matrices.times(rotation, image);
        double[][] before = Matrices.times(rotation, block);
        Matrices.orthonormal(next);
        double moved = moved(before, next, values);
        block = next;
        if (moved < STILL) {
          break;
        }
      }
    }
    double[][] loadings = new double[2][statements];
    double[] explained = new double[2];
    for (int c = 0; c < Math.min(2, size); c++) {
      if (total > 0 && values[c] > NOTHING * total) {
        loadings[c] = positive(block[c]);
        explained[c] = values[c] / total;
      }
    }
    return new Components(means, loadings, explained);
  }

  /** How far the first two of the block turned, as one less the square of their cosine; directions without variance do not count. */
  private static double moved(double[][] before, double[][] after, double[] values) {
    double most = 0;
    for (int c = 0; c < Math.min(2, before.length); c++) {
      if (values[c] > NOTHING * values[0]) {
        double cosine = Matrices.dot(before[c], after[c]);
        // The sine from the difference itself: from the cosine it would be lost in rounding.
        double square = 0;
        for (int s = 0; s < before[c].length; s++) {
          double difference = after[c][s] - cosine * before[c][s];
          square += difference * difference;
        }
        most = Math.max(most, Math.sqrt(square));
      }
    }
    return most;
  }

  /** Where a participant stands: the votes seen on both components, stretched for what was not seen. */
  double[] place(int[] seen, byte[] said) {
    double[] place = new double[2];
    if (seen.length == 0) {
      return place;
    }
    for (int i = 0; i < seen.length; i++) {
      double centred = said[i] - means[seen[i]];
      place[0] += centred * loadings[0][seen[i]];
      place[1] += centred * loadings[1][seen[i]];
    }
    double stretch = Math.sqrt((double) means.length / seen.length);
    place[0] *= stretch;
    place[1] *= stretch;
    return place;
  }

  private static double[] means(Votes votes) {
    int statements = votes.statements().size();
    int[] sums = new int[statements];
    int[] counts = new int[statements];
    for (int p = 0; p < votes.participants().size(); p++) {
      int[] seen = votes.seen(p);
      for (int i = 0; i < seen.length; i++) {
        sums[seen[i]] += votes.said(p)[i];
        counts[seen[i]]++;
      }
    }
    double[] means = new double[statements];
    for (int s = 0; s < statements; s++) {
      means[s] = counts[s] == 0 ? 0 : (double) sums[s] / counts[s];
    }
    return means;
  }

  private static double variance(Votes votes, double[] means) {
    double sum = 0;
    for (int p = 0; p < votes.participants().size(); p++) {
      int[] seen = votes.seen(p);
      for (int i = 0; i < seen.length; i++) {
        double centred = votes.said(p)[i] - means[seen[i]];
        sum += centred * centred;
      }
    }
    return sum;
  }

  private static double[][] covariance(Votes votes, double[] means) {
    double[][] covariance = new double[means.length][means.length];
    double[] centred = new double[means.length];
    for (int p = 0; p < votes.participants().size(); p++) {
      int[] seen = votes.seen(p);
      byte[] said = votes.said(p);
      for (int i = 0; i < seen.length; i++) {
        centred[i] = said[i] - means[seen[i]];
      }
      for (int i = 0; i < seen.length; i++) {
        double[] row = covariance[seen[i]];
        for (int j = 0; j <= i; j++) {
          row[seen[j]] += centred[i] * centred[j];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /** The covariance times every vector of the block, without the covariance. */
  private static double[][] image(Votes votes, double[] means, double[][] block) {
    double[][] image = new double[block.length][means.length];
    for (int p = 0; p < votes.participants().size(); p++) {
      int[] seen = votes.seen(p);
      byte[] said = votes.said(p);
      for (int b = 0; b < block.length; b++) {
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
          sum += (said[i] - means[seen[i]]) * block[b][seen[i]];
        }
        for (int i = 0; i < seen.length; i++) {
          image[b][seen[i]] += (said[i] - means[seen[i]]) * sum;
        }
      }
    }
    return image;
  }

  /** Fixed numbers that are orthogonal to nothing in particular. */
  private static double[][] start(int size, int statements) {
    double[][] block = new double[size][statements];
    long state = 0x9E3779B97F4A7C15L;
    for (int b = 0; b < size; b++) {
      for (int s = 0; s < statements; s++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        block[b][s] = (state >> 11) * 0x1p-52;
      }
    }
    return block;
  }

  private static double[] positive(double[] loading) {
    double most = 0;
    for (double value : loading) {
      most = Math.max(most, Math.abs(value));
    }
    int first = 0;
    while (Math.abs(loading[first]) < most * (1 - NEARLY)) {
      first++;
    }
    double sign = loading[first] < 0 ? -1 : 1;
    double[] signed = new double[loading.length];
    for (int s = 0; s < signed.length; s++) {
      signed[s] = sign * loading[s];
    }
    return signed;
  }
}
