package powergrid.api.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A change of the api shows as a change of {@code api.txt}, which a reviewer reads. With {@code
 * -Dpowergrid.api.update=true} the test writes the file instead of comparing it.
 */
class ApiListingTest {
  private static final Path GOLDEN = Path.of("api.txt");

  @Test
  void theApiIsTheOneThatWasReviewed() throws IOException {
    String listing = new ApiListing(Path.of("target/classes"), Path.of("src/main/java")).render();
    if (Boolean.getBoolean("powergrid.api.update")) {
      Files.writeString(GOLDEN, listing);
    }
    assertEquals(
        Files.readString(GOLDEN),
        listing,
        "the api has changed; if it was meant to: "
            + "mvn -pl powergrid.api test -Dpowergrid.api.update=true, then commit api.txt");
  }
}
