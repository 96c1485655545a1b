package powergrid.scenario.value;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import powergrid.api.scenario.Setting;

/** A file: where the path is relative, as seen from the file that the setting stands in. */
public final class PathType extends ScalarType<Path> {
  @Override
  Path parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    if (scalar.text().isBlank()) {
      throw not(scalar, "no file", bounds);
    }
    try {
      Path written = Path.of(scalar.text());
      Path beside = scalar.place().file().isEmpty() ? null : Path.of(scalar.place().file());
      return beside == null ? written : beside.resolveSibling(written);
    } catch (InvalidPathException e) {
      throw not(scalar, "no file", bounds);
    }
  }

  @Override
  public String word() {
    return "path";
  }

  @Override
  public String expected(Bounds bounds) {
    return "a file's path, e.g. feeders/Master.dss";
  }
}
