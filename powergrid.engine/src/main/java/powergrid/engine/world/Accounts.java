package powergrid.engine.world;

import powergrid.api.agent.Target;

/** Takes over what a step came to into its record, and sums it up from devices to the top. */
final class Accounts {
  private final StepRecord record;
  private final Ledger ledger;
  private final Actor[] deciders;

  /** Grids, then the system where there is one. */
  private final ParentActor[] parents;

  private final GridActor[] grids;
  private final Feeder[] feeders;
  private final double hours;
  private final double valueOfLostLoad;

  Accounts(WorldBuilder parts) {
    record = parts.record();
    parents = parts.parents().toArray(ParentActor[]::new);
    deciders = parts.deciders().toArray(Actor[]::new);
    ledger = parts.common().ledger();
    grids = parts.grids().toArray(GridActor[]::new);
    feeders = parts.feeders().toArray(Feeder[]::new);
    hours = parts.common().hours();
    valueOfLostLoad = parts.valueOfLostLoad();
  }

  /** Takes over what the solve of their feeder found of devices. */
  void read(DeviceActor[] devices) {
    for (DeviceActor device : devices) {
      device.meter().read();
      record.offered[device.face().index()] = device.offered();
      record.netMw[device.face().index()] = device.realisedMw();
      record.requestedMw[device.face().index()] = device.requested(Target.POWER);
    }
  }

  /** Sums devices, all of them read, up into their grids. */
  void measure() {
    for (Actor decider : deciders) {
      record.clamped[decider.face().index()] = decider.clamped();
      record.overrideMw[decider.face().index()] = decider.overrideMw();
    }
    for (ParentActor parent : parents) {
      parent.measure();
      record.netMw[parent.face().index()] = parent.measured()[0];
      record.requestedMw[parent.face().index()] = parent.requested(Target.POWER);
    }
    for (GridActor grid : grids) {
      int g = grid.face().index();
      record.tieMw[g] = grid.tieMw();
      for (DeviceActor device : grid.devices()) {
        add(device.face().index(), g);
        transfer(device, grid);
      }
      record.cost[g] += ledger.owedUsdPerHour(g) * hours;
    }
    for (Feeder feeder : feeders) {
      charge(feeder);
    }
    for (int i = grids.length; i < parents.length; i++) {
      for (Actor child : parents[i].children()) {
        add(child.face().index(), parents[i].face().index());
      }
    }
  }

  private void add(int child, int parent) {
    record.cost[parent] += record.cost[child];
    record.violation[parent] += record.violation[child];
    record.curtailedMwh[parent] += record.curtailedMwh[child];
    record.availableMwh[parent] += record.availableMwh[child];
  }

  /** What a microgrid pays to whoever supplies it is that one's revenue, where it is an agent. */
  private void transfer(DeviceActor device, GridActor payer) {
    double usd = device.booking().billed();
    int supplier = payer.supplier();
    if (usd != 0 && supplier >= 0) {
      record.cost[supplier] -= usd;
    }
  }

  /** Charges energy not served; what no grid answers for is the first grid's. */
  private void charge(Feeder feeder) {
    for (int i = 0; i < feeder.sections().size(); i++) { // an iterator would be an allocation
      Section section = feeder.sections().get(i);
      int agent = section.servedBy() < 0 ? grids[0].face().index() : section.servedBy();
      record.cost[agent] += section.notServedMwh() * valueOfLostLoad;
    }
  }
}
