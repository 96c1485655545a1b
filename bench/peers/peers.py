"""Solves the same networks with the workbench and its peers, compares answers and times."""

import importlib
import platform
import sys

import workbench

THREE_PHASE = ["ieee13", "ieee34", "ieee123", "radial1000"]
BALANCED = ["case14", "case33bw", "case118", "cigre-lv", "cigre-mv"]
THREE_PHASE_PEERS = ["opendss", "powergridmodel"]
BALANCED_PEERS = ["Pandapower", "Lightsim"]


def module(name: str):
    """A peer, or None with a word if it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        print(f"left out: {name} ({missing})", file=sys.stderr)
        return None


def furthest(ours: dict, theirs: dict) -> float:
    """The greatest difference of a voltage, pu; ours may have more, such as ends of open ties."""
    missing = set(theirs) - set(ours)
    if missing:
        raise SystemExit(f"the workbench lacks nodes: {sorted(map(str, missing))[:6]} …")
    return max(abs(ours[key] - theirs[key]) for key in theirs)


def rows():
    peers = [m for m in map(module, THREE_PHASE_PEERS) if m]
    for network in THREE_PHASE:
        model = workbench.ask("model", network)
        mine = workbench.ask("time", network)
        ours = workbench.voltages(network)
        for peer in peers:
            if peer.solves(model):
                prepared = peer.prepare(model)
                difference = furthest(ours, prepared.voltages())
                yield network, mine, peer.NAME, prepared.microseconds(), difference
    balanced = module("pandapower_peer")
    if balanced:
        for network in BALANCED:
            mine = workbench.ask("time", network)
            ours = {bus: v for (bus, phase), v in workbench.voltages(network).items() if phase == "a"}
            for name in BALANCED_PEERS:
                try:
                    prepared = getattr(balanced, name)(network)
                except (ImportError, ValueError) as missing:
                    print(f"left out: {name} on {network} ({missing})", file=sys.stderr)
                    continue
                difference = furthest(ours, prepared.voltages())
                yield network, mine, prepared.NAME, prepared.microseconds(), difference


def main():
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print()
    print("| network | ours, method | ours [µs] | peer | peer [µs] | ours / peer | furthest apart [pu] |")
    print("|---|---|---|---|---|---|---|")
    for network, mine, peer, theirs, difference in rows():
        ours = mine["microseconds"]
        print(
            f"| {network} | {mine['method']} | {ours:.1f} | {peer} | {theirs:.1f}"
            f" | {ours / theirs:.2g} | {difference:.1e} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
