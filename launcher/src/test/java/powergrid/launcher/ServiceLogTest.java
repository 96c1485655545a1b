package powergrid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceLogTest {
  private final List<String> lines = new ArrayList<>();
  private final Logger target = Logger.getLogger("powergrid.services");
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + ": " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    target.setUseParentHandlers(false);
    target.setLevel(Level.WARNING);
    target.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    target.removeHandler(handler);
    target.setLevel(null);
    target.setUseParentHandlers(true);
  }

  @Test
  void anErrorIsOneLineThatEndsInItsRoot() {
    var log = new ServiceLog().getLogger("x");
    var failure = new RuntimeException("outer", new IllegalStateException("no\nlicence"));
    log.error("component {} of {} failed", "a", "b", failure);
    log.warn("only this");
    assertEquals(
        List.of(
            "SEVERE: component a of b failed: java.lang.IllegalStateException: no licence",
            "WARNING: only this"),
        lines);
  }

  @Test
  void whatIsBelowTheLevelIsNotLogged() {
    var log = new ServiceLog().getLogger("x");
    log.info("nothing");
    log.debug(l -> l.debug("nothing {}", 1));
    assertEquals(List.of(), lines);
    assertTrue(log.isWarnEnabled());
    assertFalse(log.isDebugEnabled());
    assertEquals("x", log.getName());
  }
}
