package powergrid.drawing;

/** Round numbers along an axis: steps of 1, 2 or 5 times a power of ten. */
final class Ticks {
  final double low;
  final double high;
  final double step;

  /** About {@code count} ticks that cover a range. */
  Ticks(double least, double greatest, int count) {
    double range = greatest > least ? greatest - least : Math.max(1e-3, Math.abs(least) * 0.1);
    double raw = range / count;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double fraction = raw / power;
    step = power * (fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10);
    low = step * Math.floor(least / step + 1e-9);
    double top = step * Math.ceil(greatest / step - 1e-9);
    high = top > low ? top : low + step;
  }

  int count() {
    return (int) Math.round((high - low) / step) + 1;
  }

  double at(int k) {
    return low + k * step;
  }

  int decimals() {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
