package powergrid.console;

import java.io.PrintStream;
import java.util.Locale;
import powergrid.api.command.Session;
import powergrid.api.experiment.Progress;

/** Draws an experiment's progress on a line of a terminal, again and again; elsewhere nothing. */
final class ProgressBar implements Progress {
  private static final int BAR = 30;
  private static final int LINE = 78;
  private static final long REDRAW_NANOS = 50_000_000;

  private final Session session;
  private final boolean drawn;
  private long lastDrawn;
  private boolean onLine;

  ProgressBar(Session session, boolean drawn) {
    this.session = session;
    this.drawn = drawn;
  }

  @Override
  public void episode(int done, int total, String what) {
    bar(done, total, done + "/" + total + "  " + what);
  }

  @Override
  public void learnt(String what, long steps, long total, double reward) {
    String reached =
        Double.isNaN(reward) ? "" : String.format(Locale.ROOT, "reward %.4g  ", reward);
    long shown = Math.min(steps, total);
    bar(shown, total, "training " + (100 * shown / total) + " %  " + reached + what);
  }

  private void bar(long done, long total, String text) {
    long now = System.nanoTime();
    boolean due = !onLine || done == total || now - lastDrawn >= REDRAW_NANOS;
    if (drawn && due) {
      int filled = (int) (BAR * done / total);
      draw("[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text);
      onLine = true;
      lastDrawn = now;
    }
  }

  @Override
  public boolean stop() {
    return session.interrupted();
  }

  /** Takes the bar off the terminal. */
  void clear() {
    if (onLine) {
      draw("");
      session.err().print("\r");
      session.err().flush();
      onLine = false;
    }
  }

  private void draw(String line) {
    String cut = line.length() > LINE ? line.substring(0, LINE) : line;
    PrintStream err = session.err();
    err.print("\r" + cut + " ".repeat(LINE - cut.length()));
    err.flush();
  }
}
