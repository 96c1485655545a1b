package powergrid.api.drawing;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/**
 * Draws solved networks: a map whose buses and branches have the colour of their voltage, and the
 * voltage of every phase over the distance from the source. An OSGi service; any thread may call
 * it.
 */
@ProviderType
public interface NetworkDrawing {
  /**
   * Draws a network as vector graphics.
   *
   * @param network what was solved
   * @param injections what it was solved with: which branches are closed
   * @param solution what was found
   * @return an SVG document
   */
  String svg(Network network, Injections injections, Solution solution);

  /**
   * Turns a drawing into pixels.
   *
   * @param svg what {@link #svg} gave
   * @param width of the picture in pixels, from 100 to 10,000; its height follows
   * @return a PNG file
   */
  byte[] png(String svg, int width);
}
