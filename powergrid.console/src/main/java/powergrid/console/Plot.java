package powergrid.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import powergrid.api.command.Session;
import powergrid.api.drawing.NetworkDrawing;

/** A picture of a solved network in a file, which is there as a whole or not at all. */
final class Plot {
  private static final int WIDTH = 1600;

  private final BundleContext context;
  private final String named;
  private final Path file;
  private final boolean pixels;

  /** Checks where the picture goes, so that nothing is solved in vain. */
  Plot(BundleContext context, Session session, String named) {
    this.context = context;
    this.named = named;
    file = session.directory().resolve(named);
    String lower = named.toLowerCase(Locale.ROOT);
    pixels = lower.endsWith(".png");
    if (!pixels && !lower.endsWith(".svg")) {
      throw new WrongInput("--plot " + named + ": use a file name that ends in .svg or .png");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new WrongInput("--plot " + named + ": there is no directory " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new WrongInput("--plot " + named + ": that is a directory");
    }
  }

  void draw(SolvedNetwork solved) throws IOException {
    try (BestServices<NetworkDrawing> drawings =
        new BestServices<>(context, NetworkDrawing.class, null)) {
      if (drawings.services().isEmpty()) {
        throw new Failure("--plot " + named + ": nothing that draws networks is installed");
      }
      NetworkDrawing drawing = drawings.services().get(0);
      String svg = drawing.svg(solved.network(), solved.injections(), solved.solution());
      byte[] bytes = pixels ? drawing.png(svg, WIDTH) : svg.getBytes(StandardCharsets.UTF_8);
      Path beside = file.resolveSibling(file.getFileName() + ".part");
      try {
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    }
  }
}
