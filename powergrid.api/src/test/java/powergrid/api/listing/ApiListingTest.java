package powergrid.api.listing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A change of the api shows as a change of {@code api.txt}, which a reviewer reads. With {@code
 * -Dpowergrid.api.update=true} the test writes the file instead of comparing it.
 */
class ApiListingTest {
  private static final Path REVIEWED = Path.of("api.txt");
  private static final Path COMPILED = Path.of("target", "api.txt");

  @Test
  void theApiIsTheOneThatWasReviewed() throws IOException {
    String listing =
        new ApiListing(Path.of("target", "classes"), Path.of("src/main/java")).render();
    Files.writeString(COMPILED, listing);
    if (Boolean.getBoolean("powergrid.api.update")) {
      Files.writeString(REVIEWED, listing);
    }
    assertTrue(
        Files.readString(REVIEWED).equals(listing),
        "The api has changed: diff powergrid.api/api.txt powergrid.api/target/api.txt\n"
            + "If it was meant to: mvn -pl powergrid.api test -Dpowergrid.api.update=true,"
            + " and commit api.txt with the change.");
  }
}
