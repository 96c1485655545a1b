package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Place;
import powergrid.engine.world.Feeder;

/**
 * A network with microgrids attached to it: each microgrid's names get its id in front, and its
 * source becomes a tie to the network, and stays as a grid-forming one where that is asked for.
 */
final class Composition {
  private final Network operators;
  private final Network.Builder builder;
  private final Place place;
  private final Workshop workshop;
  private final Map<String, String> attached = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();
  private boolean sound = true;

  Composition(Network operators, Place place, Workshop workshop) {
    this.operators = operators;
    this.place = place;
    this.workshop = workshop;
    builder = Network.builder(operators.name()).include(operators, "", 1, 1);
    operators.sources().forEach(builder::add);
  }

  void attach(MicrogridSetting grid, Network part) {
    AttachSetting attach = grid.attach().orElseThrow();
    Optional<String> mistake = mistake(attach, part);
    if (mistake.isPresent()) {
      sound = false;
      workshop.mistake(at(attach, part), mistake.get());
      return;
    }
    String prefix = grid.id() + ".";
    Source source = part.sources().get(0);
    Bus from = operators.bus(attach.bus());
    Bus to = part.bus(source.bus());
    String tie = prefix + Feeder.TIE;
    builder.include(part, prefix, 1, 1);
    if (Double.isNaN(attach.mva())) {
      builder.add(new Switch(tie, from.id(), prefix + to.id(), Phases.ABC, true));
    } else {
      builder.add(
          new Transformer(
              tie,
              from.id(),
              prefix + to.id(),
              Phases.ABC,
              attach.mva(),
              from.kv(),
              to.kv(),
              attach.rPercent() / 100,
              attach.xPercent() / 100,
              Winding.GROUNDED_WYE,
              Winding.GROUNDED_WYE));
    }
    if (!attach.closed()) {
      open.add(tie);
    }
    attach
        .gridForming()
        .ifPresent(
            forming ->
                builder.add(
                    new Source(
                        prefix + source.id(),
                        prefix + to.id(),
                        forming.voltagePu(),
                        source.angleDeg(),
                        true,
                        forming.mva())));
    attached.put(grid.id(), to.id());
  }

  private static Place at(AttachSetting attach, Network part) {
    Place p = attach.place();
    return part.sources().size() == 1
        ? new Place(p.file(), p.line(), p.column(), p.path() + ".bus")
        : p;
  }

  private Optional<String> mistake(AttachSetting attach, Network part) {
    if (part.sources().size() != 1) {
      return Optional.of(
          part.name()
              + " has "
              + part.sources().size()
              + " sources; a network that is attached has one, which the tie replaces");
    }
    Bus from = operators.bus(attach.bus());
    if (from == null) {
      return Optional.of(
          operators.name()
              + " has no bus '"
              + attach.bus()
              + "'; it has "
              + Names.listed(operators.buses().stream().map(Bus::id).toList()));
    }
    if (from.phases() != Phases.ABC) {
      return Optional.of(
          "bus "
              + from.id()
              + " has "
              + (from.phases().count() == 1 ? "phase " : "phases ")
              + from.phases()
              + " only; a three-phase network needs a, b and c");
    }
    Bus to = part.bus(part.sources().get(0).bus());
    if (Double.isNaN(attach.mva()) && from.kv() != to.kv()) {
      return Optional.of(
          "bus "
              + from.id()
              + " is at "
              + from.kv()
              + " kV, "
              + part.name()
              + " at "
              + to.kv()
              + " kV; give mva, rPercent and xPercent of a transformer");
    }
    return Optional.empty();
  }

  /** The whole; empty where something could not be attached, or two things have one name. */
  Optional<Network> network() {
    if (!sound) {
      return Optional.empty();
    }
    try {
      return Optional.of(builder.build());
    } catch (IllegalArgumentException clash) {
      workshop.mistake(place, "cannot be put together: " + clash.getMessage());
      return Optional.empty();
    }
  }

  /** By microgrid, the bus in it that it is fed at. */
  Map<String, String> attached() {
    return attached;
  }

  /** Ties that are open at first. */
  List<Integer> initiallyOpen(Network network) {
    List<Integer> found = new ArrayList<>();
    for (int e = 0; e < network.branches().size(); e++) {
      if (open.contains(network.branches().get(e).id())) {
        found.add(e);
      }
    }
    return found;
  }
}
