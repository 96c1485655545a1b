package powergrid.experiment.report;

/** Learning curves. */
final class LearningSection {
  private final ReportData data;
  private final Page page;

  LearningSection(ReportData data, Page page) {
    this.data = data;
    this.page = page;
  }

  void write() {
    if (data.curves().isEmpty()) {
      return;
    }
    page.open("section", "id", "learning");
    page.element("h2", "Learning curves");
    page.element(
        "p",
        "Over the steps taken in environments. The thick line is the interquartile mean over the"
            + " seeds that have come so far, the band its 95 % bootstrap interval, thin lines are"
            + " seeds. training.csv and the TensorBoard files in events/ have every iteration.",
        "class",
        "lead");
    page.open("div", "class", "plots large", "data-plot", "learning").close();
    page.close();
  }
}
