package powergrid.drawing;

import org.osgi.service.component.annotations.Component;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** Draws the map of a network above its voltage profile. */
@Component
public final class SvgNetworkDrawing implements NetworkDrawing {
  private static final double WIDTH = 1000;
  private static final double TITLE = 40;
  private static final double PROFILE = 300;
  private static final double MARGIN = 60;

  @Override
  public String svg(Network network, Injections injections, Solution solution) {
    Shape shape = new Shape(network, injections.closed());
    Voltages voltages = new Voltages(network, solution);
    double map = MapPanel.height(shape, WIDTH - 2 * MARGIN);
    double profileTop = TITLE + map + 60;
    Svg svg = new Svg(WIDTH, profileTop + PROFILE + 50, network.name());
    svg.text(MARGIN / 2, 26, 16, Svg.Anchor.START, "#000000", network.name());
    svg.text(
        MARGIN / 2 + 9.6 * network.name().length() + 20,
        26,
        11,
        Svg.Anchor.START,
        "#666666",
        "colour: the phase furthest from 1 pu; width: number of phases");
    new MapPanel(new Frame(10, TITLE, WIDTH - 90, TITLE + map), shape, voltages).draw(svg);
    new ProfilePanel(
            new Frame(MARGIN, profileTop, WIDTH - MARGIN / 2, profileTop + PROFILE),
            shape,
            voltages)
        .draw(svg);
    return svg.end();
  }

  @Override
  public byte[] png(String svg, int width) {
    return Pixels.png(svg, width);
  }
}
