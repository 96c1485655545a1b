package powergrid.console;

import powergrid.api.plugin.PluginDescription.Sample;

/** What is said of the device that stands for all of its type. */
final class DescribedSample {
  private DescribedSample() {}

  /** Where what is shown of it comes from, or why nothing is. */
  static String origin(Sample sample) {
    String of =
        sample.configuration().isEmpty()
            ? "default values"
            : sample.configuration().replace(": ", ":" + WrappedText.TIE) + " and default values";
    return sample.problem().isEmpty()
        ? "Actions, state and bounds follow from the configuration; these are of one with "
            + of
            + "."
        : "None could be made with "
            + of
            + ", so its actions and state are unknown: "
            + sample.problem();
  }
}
