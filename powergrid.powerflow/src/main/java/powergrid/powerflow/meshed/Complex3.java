package powergrid.powerflow.meshed;

import java.util.Arrays;

/** Dense complex matrices of a handful of rows, as branches have them: real and imaginary parts. */
final class Complex3 {
  private Complex3() {}

  /**
   * Inverts a matrix in place by Gauss–Jordan elimination with pivoting.
   *
   * @param re real parts, row by row
   * @param im imaginary parts
   * @param n rows
   * @param inverseRe room for n² numbers
   * @param inverseIm room for as many
   * @return false if it has no inverse
   */
  static boolean invert(double[] re, double[] im, int n, double[] inverseRe, double[] inverseIm) {
    Arrays.fill(inverseRe, 0, n * n, 0);
    Arrays.fill(inverseIm, 0, n * n, 0);
    double largest = 0;
    for (int i = 0; i < n; i++) {
      inverseRe[i * n + i] = 1;
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.hypot(re[i * n + j], im[i * n + j]));
      }
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (size(re, im, row * n + column) > size(re, im, pivot * n + column)) {
          pivot = row;
        }
      }
      if (!(size(re, im, pivot * n + column) > 1e-12 * largest)) {
        return false;
      }
      swap(re, im, n, pivot, column);
      swap(inverseRe, inverseIm, n, pivot, column);
      double pr = re[column * n + column];
      double pi = im[column * n + column];
      double square = pr * pr + pi * pi;
      scale(re, im, n, column, pr / square, -pi / square);
      scale(inverseRe, inverseIm, n, column, pr / square, -pi / square);
      for (int row = 0; row < n; row++) {
        if (row != column) {
          double fr = re[row * n + column];
          double fi = im[row * n + column];
          subtract(re, im, n, row, column, fr, fi);
          subtract(inverseRe, inverseIm, n, row, column, fr, fi);
        }
      }
    }
    System.arraycopy(inverseRe, 0, re, 0, n * n);
    System.arraycopy(inverseIm, 0, im, 0, n * n);
    return true;
  }

  private static double size(double[] re, double[] im, int at) {
    return Math.hypot(re[at], im[at]);
  }

  private static void swap(double[] re, double[] im, int n, int a, int b) {
    for (int j = 0; j < n; j++) {
      double r = re[a * n + j];
      double i = im[a * n + j];
      re[a * n + j] = re[b * n + j];
      im[a * n + j] = im[b * n + j];
      re[b * n + j] = r;
      im[b * n + j] = i;
    }
  }

  private static void scale(double[] re, double[] im, int n, int row, double fr, double fi) {
    for (int j = row * n; j < row * n + n; j++) {
      double r = re[j] * fr - im[j] * fi;
      im[j] = re[j] * fi + im[j] * fr;
      re[j] = r;
    }
  }

  private static void subtract(
      double[] re, double[] im, int n, int row, int other, double fr, double fi) {
    for (int j = 0; j < n; j++) {
      double r = re[other * n + j];
      double i = im[other * n + j];
      re[row * n + j] -= fr * r - fi * i;
      im[row * n + j] -= fr * i + fi * r;
    }
  }

  /**
   * Eliminates a terminal into which no current is injected (Kron).
   *
   * @param re real parts of an n × n admittance matrix; the terminal's row and column become zero
   * @param im imaginary parts
   * @param n terminals
   * @param gone the one to eliminate
   */
  static void eliminate(double[] re, double[] im, int n, int gone) {
    double pr = re[gone * n + gone];
    double pi = im[gone * n + gone];
    double square = pr * pr + pi * pi;
    for (int row = 0; row < n && square != 0; row++) {
      double br = re[row * n + gone];
      double bi = im[row * n + gone];
      if (row != gone && (br != 0 || bi != 0)) {
        double fr = (br * pr + bi * pi) / square;
        double fi = (bi * pr - br * pi) / square;
        subtract(re, im, n, row, gone, fr, fi);
      }
    }
    for (int k = 0; k < n; k++) {
      re[gone * n + k] = 0;
      im[gone * n + k] = 0;
      re[k * n + gone] = 0;
      im[k * n + gone] = 0;
    }
  }
}
