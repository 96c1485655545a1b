package powergrid.engine;

import java.util.function.Consumer;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Settlement;
import powergrid.api.plugin.NoFields;

/** A device that does what a test wants in {@code act}. */
final class ProbeDevice implements DeviceFactory<NoFields> {
  private Consumer<DeviceContext> onCreate = context -> {};
  private Runnable onAct = () -> {};
  private Consumer<Settlement> onSettle = step -> {};

  ProbeDevice onCreate(Consumer<DeviceContext> what) {
    onCreate = what;
    return this;
  }

  void onAct(Runnable what) {
    onAct = what;
  }

  ProbeDevice onSettle(Consumer<Settlement> what) {
    onSettle = what;
    return this;
  }

  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Device create(NoFields configuration, DeviceContext context) {
    onCreate.accept(context);
    context.actions().real("p", "MW", -1, 1, 0, Visibility.OWNER);
    return new Device() {
      @Override
      public void act(double hours) {
        onAct.run();
        context.terminal().inject(0, 0);
      }

      @Override
      public void settle(Settlement step) {
        step.cost(1);
        onSettle.accept(step);
      }
    };
  }
}
