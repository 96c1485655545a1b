package powergrid.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.Ieee13;
import powergrid.networks.Ieee13Factory;
import powergrid.powerflow.sweep.RadialSweep;

class SvgNetworkDrawingTest {
  private final SvgNetworkDrawing drawing = new SvgNetworkDrawing();

  private static Solver solved(Network network) {
    Solver solver = new RadialSweep().prepare(network);
    assertEquals(Status.CONVERGED, solver.solve());
    return solver;
  }

  private String svg(Network network) {
    Solver solver = solved(network);
    return drawing.svg(network, solver.injections(), solver.solution());
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Set<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void namesEveryBusOfASmallFeeder() throws Exception {
    Network network = new Ieee13Factory().create(new Ieee13());
    Set<String> texts = texts(parse(svg(network)));
    for (Bus bus : network.buses()) {
      assertTrue(texts.contains(bus.id()), bus.id());
    }
  }

  @Test
  void staysWithinItsEdges() throws Exception {
    Document svg = parse(svg(new Ieee13Factory().create(new Ieee13())));
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    NodeList circles = svg.getElementsByTagName("circle");
    assertTrue(circles.getLength() >= 14 + 35, "a circle for each of 14 buses and 35 nodes");
    for (int i = 0; i < circles.getLength(); i++) {
      Element circle = (Element) circles.item(i);
      double x = Double.parseDouble(circle.getAttribute("cx"));
      double y = Double.parseDouble(circle.getAttribute("cy"));
      assertTrue(x > 0 && x < width && y > 0 && y < height, x + ", " + y);
    }
  }

  @Test
  void makesAPictureOfTheWidthAsked() throws IOException {
    String svg = svg(new Ieee13Factory().create(new Ieee13()));
    byte[] png = drawing.png(svg, 700);
    Files.write(Path.of("target", "ieee13.png"), png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(700, image.getWidth());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertTrue(colours.size() > 50, "drawn, not blank: " + colours.size() + " colours");
    assertThrows(IllegalArgumentException.class, () -> drawing.png(svg, 10));
  }

  @Test
  void drawsNetworksWithoutPlacesLengthsOrSupply() throws Exception {
    Network network =
        Network.builder("<bare & dark>")
            .add(new Bus("s", Phases.ABC, 4.16))
            .add(new Bus("b", Phases.ABC, 4.16))
            .add(new Bus("dark", Phases.ABC, 4.16))
            .add(new Switch("sb", "s", "b", Phases.ABC, true))
            .add(new Switch("open", "b", "dark", Phases.ABC, false))
            .add(new Source("source", "s", 1, 0))
            .build();
    Document svg = parse(svg(network));
    Set<String> texts = texts(svg);
    assertTrue(texts.containsAll(Set.of("s", "b", "dark", "<bare & dark>")));
    assertTrue(texts.contains("branches from the source"));
  }

  @Test
  void coloursRunFromBlueOverGreyToRed() {
    assertEquals("#2166ac", VoltageColours.of(0.90));
    assertEquals("#2166ac", VoltageColours.of(0.95));
    assertEquals("#a0a0a0", VoltageColours.of(1));
    assertEquals("#b2182b", VoltageColours.of(1.05));
    assertEquals("#000000", VoltageColours.of(Double.NaN));
  }

  @Test
  void ticksAreRoundAndCoverTheirRange() {
    Ticks ticks = new Ticks(0.93, 1.068, 6);
    assertEquals(0.02, ticks.step, 1e-12);
    assertEquals(0.92, ticks.at(0), 1e-12);
    assertEquals(1.08, ticks.at(ticks.count() - 1), 1e-12);
    assertEquals(2, ticks.decimals());
  }
}
