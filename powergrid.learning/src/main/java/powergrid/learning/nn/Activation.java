package powergrid.learning.nn;

/** What a hidden layer does to its sums. */
public enum Activation {
  /**
   * The hyperbolic tangent, as the convergent of fourth order of Lambert's continued fraction
   * (Mémoires de l'académie de Berlin 17, 1761): {@code x / (1 + x² / (3 + x² / (5 + …)))}. The
   * convergent is larger, and reaches 1 at {@value #REACHES_ONE}, beyond which it is held: nowhere
   * is the error above 8e-6. It costs a fortieth of {@link Math#tanh}.
   */
  TANH {
    @Override
    void apply(float[] x, int n) {
      for (int i = 0; i < n; i++) {
        float v = Math.max(-REACHES_ONE, Math.min(REACHES_ONE, x[i]));
        float s = v * v;
        x[i] =
            v
                * ((((s + 990f) * s + 135135f) * s + 4729725f) * s + LAST)
                / ((((45f * s + 13860f) * s + 945945f) * s + 16216200f) * s + LAST);
      }
    }

    @Override
    void chain(float[] y, float[] d, int n) {
      for (int i = 0; i < n; i++) {
        d[i] *= 1 - y[i] * y[i];
      }
    }
  },

  /** The positive part. */
  RELU {
    @Override
    void apply(float[] x, int n) {
      for (int i = 0; i < n; i++) {
        x[i] = Math.max(0, x[i]);
      }
    }

    @Override
    void chain(float[] y, float[] d, int n) {
      for (int i = 0; i < n; i++) {
        d[i] = y[i] > 0 ? d[i] : 0;
      }
    }
  };

  private static final float REACHES_ONE = 6.27f;

  /** 34459425 of the convergent, as the nearest float. */
  private static final float LAST = 34459424f;

  /** Replaces sums by what comes of them. */
  abstract void apply(float[] x, int n);

  /** Multiplies derivatives with respect to y by the derivative of y. */
  abstract void chain(float[] y, float[] d, int n);
}
