package powergrid.gateway.session;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import powergrid.api.agent.Agent;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.gateway.json.Request;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;

/** Pictures and texts of the last step. */
final class Rendering {
  /** What can be rendered. */
  enum Format {
    ANSI,
    SVG,
    PNG,
    RGB
  }

  /**
   * A picture as bytes.
   *
   * @param width in pixels
   * @param height in pixels
   * @param bytes a PNG file, or red, green, blue of every pixel, row by row
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Picture(int width, int height, byte[] bytes) {}

  private static final int USUAL_WIDTH = 800;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  final Format format;
  final int copy;
  private final int feeder;
  private final int width;

  Rendering(Request request, int copies) throws Refusal {
    format = request.word("format", Format.values(), Format.ANSI);
    feeder = request.whole("feeder", 0, Integer.MAX_VALUE, 0);
    width = request.whole("width", 100, 4000, USUAL_WIDTH);
    copy = request.whole("copy", 0, copies - 1, 0);
    request.done("format", "feeder", "width", "copy");
  }

  /** A table of the agents that a caller drives. */
  static String ansi(StepView view, List<? extends Agent> agents) {
    StringBuilder text = new StringBuilder();
    long seconds = Math.round(view.step() * view.hours() * 3600);
    text.append(TIME.format(view.start().plusSeconds(seconds)))
        .append(", ")
        .append(view.step())
        .append(" steps taken\n");
    int longest = agents.stream().mapToInt(agent -> agent.id().length()).max().orElse(0);
    int first = Math.max(5, longest);
    line(text, first, "agent", "MW", "USD", "pu h");
    for (Agent agent : agents) {
      int index = agent.index();
      line(
          text,
          first,
          agent.id(),
          number("%.4f", view.netMw(index)),
          number("%.3f", view.cost(index)),
          number("%.5f", view.violation(index)));
    }
    for (FeederView feeder : view.feeders()) {
      if (feeder.blackout()) {
        text.append(feeder.network().name()).append(" is in a blackout\n");
      }
    }
    return text.toString();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void line(StringBuilder text, int first, String name, String... numbers) {
    text.append(String.format(Locale.ROOT, "%-" + first + "s", name));
    for (String number : numbers) {
      text.append(String.format(Locale.ROOT, " %12s", number));
    }
    text.append('\n');
  }

  /** The network as vector graphics. */
  String svg(StepView view, NetworkDrawing drawing) throws Refusal {
    List<? extends FeederView> feeders = view.feeders();
    if (feeder >= feeders.size()) {
      throw new Refusal(
          Code.BAD_REQUEST, "feeder: " + feeder + "; there are " + feeders.size() + ", from 0");
    }
    FeederView shown = feeders.get(feeder);
    return drawing.svg(shown.network(), shown.injections(), shown.solution());
  }

  /** The network as a picture. */
  Picture picture(StepView view, NetworkDrawing drawing) throws Refusal {
    byte[] png = drawing.png(svg(view, drawing), width);
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Picture(
        image.getWidth(), image.getHeight(), format == Format.PNG ? png : pixels(image));
  }

  private static byte[] pixels(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    byte[] pixels = new byte[3 * row.length * image.getHeight()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int rgb : row) {
        pixels[at++] = (byte) (rgb >> 16);
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) rgb;
      }
    }
    return pixels;
  }
}
