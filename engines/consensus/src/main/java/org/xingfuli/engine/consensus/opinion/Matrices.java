package org.xingfuli.engine.consensus.opinion;

/** Little linear algebra on rows; every sum runs in one order. */
final class Matrices {

  private static final int MOST_SWEEPS = 60;

  private Matrices() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Rows of the first as sums of rows of the second. */
  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        if (factor != 0) {
          for (int j = 0; j < product[i].length; j++) {
            product[i][j] += factor * b[k][j];
          }
        }
      }
    }
    return product;
  }

  /** Products of every row of the first with every row of the second, made symmetric. */
  static double[][] inner(double[][] a, double[][] b) {
    double[][] inner = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        inner[i][j] = (dot(a[i], b[j]) + dot(a[j], b[i])) / 2;
      }
    }
    return inner;
  }

  /** Makes the rows of length 1 and at right angles, each against those before it, twice for accuracy; what vanishes becomes 0. */
  static void orthonormal(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      double before = Math.sqrt(dot(rows[i], rows[i]));
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double part = dot(rows[i], rows[j]);
          for (int k = 0; k < rows[i].length; k++) {
            rows[i][k] -= part * rows[j][k];
          }
        }
      }
      double length = Math.sqrt(dot(rows[i], rows[i]));
      double factor = length > 1e-14 * before ? 1 / length : 0;
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] *= factor;
      }
    }
  }

  /**
   * Eigenvectors of a small symmetric matrix as rows, by Jacobi's rotations, the largest value first.
   *
   * @param values is filled with the eigenvalues, descending
   */
  static double[][] eigen(double[][] symmetric, double[] values) {
    int n = symmetric.length;
    double[][] a = new double[n][];
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = symmetric[i].clone();
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && rotate(a, vectors); sweep++) {
      // Until a sweep finds nothing left to rotate.
    }
    for (int i = 0; i < n; i++) {
      int best = i;
      for (int j = i + 1; j < n; j++) {
        best = a[j][j] > a[best][best] ? j : best;
      }
      double[] vector = vectors[best];
      vectors[best] = vectors[i];
      vectors[i] = vector;
      values[i] = a[best][best];
      a[best][best] = a[i][i];
    }
    return vectors;
  }

  private static boolean rotate(double[][] a, double[][] vectors) {
    int n = a.length;
    boolean rotated = false;
    for (int p = 0; p < n; p++) {
      for (int q = p + 1; q < n; q++) {
        if (Math.abs(a[p][q]) > 1e-17 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) {
          rotated = true;
          double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
          double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
          double c = 1 / Math.sqrt(t * t + 1);
          double s = t * c;
          for (int k = 0; k < n; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
          }
          for (int k = 0; k < n; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = vectors[p][k];
            double vq = vectors[q][k];
            vectors[p][k] = c * vp - s * vq;
            vectors[q][k] = s * vp + c * vq;
          }
        }
      }
    }
    return rotated;
  }
}
