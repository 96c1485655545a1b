package powergrid.gateway.session;

import java.util.Optional;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.SystemSetting;

/** Which of those who decide a caller drives. */
enum Drive {
  /** Those that have no policy in the scenario. */
  FREE,
  /** All of them, in place of their policies. */
  ALL;

  /** A scenario with the policies that are left. */
  Scenario of(Scenario s) {
    return this == FREE
        ? s
        : new Scenario(
            s.name(),
            s.root(),
            s.clock(),
            s.network(),
            s.system().map(Drive::free),
            s.microgrids().stream().map(Drive::free).toList(),
            s.deciders(),
            s.protocols(),
            s.channel(),
            s.powerFlow(),
            s.events(),
            s.data(),
            s.actions(),
            s.rewards(),
            s.valueOfLostLoad(),
            Optional.empty(),
            s.learn(),
            s.split(),
            s.experiment());
  }

  private static SystemSetting free(SystemSetting s) {
    return new SystemSetting(s.id(), s.place(), s.protocol(), s.link(), Optional.empty());
  }

  private static MicrogridSetting free(MicrogridSetting s) {
    return new MicrogridSetting(
        s.id(),
        s.place(),
        s.network(),
        s.attach(),
        s.protocol(),
        s.link(),
        Optional.empty(),
        s.devices().stream().map(Drive::free).toList());
  }

  private static DeviceSetting free(DeviceSetting s) {
    return new DeviceSetting(
        s.id(),
        s.place(),
        s.plugin(),
        s.bus(),
        s.phases(),
        s.connection(),
        s.shedPriority(),
        Optional.empty());
  }
}
