package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.LinkSetting.OutageSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Scenario;

/** Refuses outages of agents that are not there. */
final class Outages {
  private final List<String> ids = new ArrayList<>();
  private final Workshop workshop;

  private Outages(Scenario scenario, Workshop workshop) {
    this.workshop = workshop;
    scenario.system().ifPresent(system -> ids.add(system.id()));
    for (MicrogridSetting grid : scenario.microgrids()) {
      ids.add(grid.id());
      grid.devices().forEach(device -> ids.add(grid.id() + "." + device.id()));
    }
  }

  static void check(Scenario scenario, Workshop workshop) {
    Outages outages = new Outages(scenario, workshop);
    outages.check(scenario.channel().link(), scenario.channel().place());
    scenario.system().ifPresent(system -> outages.check(system.link(), system.place()));
    scenario.microgrids().forEach(grid -> outages.check(grid.link(), grid.place()));
  }

  private void check(LinkSetting link, Place place) {
    for (OutageSetting outage : link.outages()) {
      for (String agent : outage.agents()) {
        if (!ids.contains(agent)) {
          workshop.mistake(
              place, "outages: no agent is called '" + agent + "'; there are " + Names.listed(ids));
        }
      }
    }
  }
}
