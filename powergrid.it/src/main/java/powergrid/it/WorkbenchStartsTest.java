package powergrid.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

/** The bundles of the workbench start together in Felix. */
@ExtendWith(BundleContextExtension.class)
class WorkbenchStartsTest {
  @InjectBundleContext BundleContext context;

  @Test
  void theFrameworkIsFelix() {
    assertEquals(
        "org.apache.felix.framework",
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getSymbolicName());
  }

  @Test
  void everyBundleIsActive() {
    List<Bundle> ours =
        Arrays.stream(context.getBundles())
            .filter(b -> b.getSymbolicName().startsWith("powergrid."))
            .toList();
    assertFalse(ours.isEmpty());
    assertEquals(List.of(), ours.stream().filter(b -> b.getState() != Bundle.ACTIVE).toList());
  }
}
