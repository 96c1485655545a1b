#!/usr/bin/env python3
"""An independent solution of three IEEE 13 microgrids on IEEE 34, by OpenDSS.

Reads the feeders' tables from the folder given, as OpenDSS elements, and writes voltages.csv,
taps.csv and totals.csv beside this script:

    pip install opendssdirect.py==0.9.4
    python3 reference.py ../../../../../main/resources/powergrid/networks

OpenDSS solves for given taps. They are moved here, not by OpenDSS's own control: one step at a
time, upstream first, from the published positions, until each relay is in its band or its tap at
the end. A relay sees |V/N - (R + jX) I/CT| (Kersting, Distribution System Modeling and Analysis,
chapter 7), without compensation while power flows backwards.
"""
import csv
import math
import os
import sys

import opendssdirect as dss

FEET_A_MILE = 5280
STEP, MAX_TAP = 0.00625, 16
TAPS = {
    "650-RG60": (10, 8, 11),
    "814-RG10": (12, 5, 5),
    "852-RG11": (13, 11, 12),
}
PLACES = {"MG1": "806", "MG2": "816", "MG3": "848"}
MODEL = {"power": 1, "impedance": 2, "current": 5}

# Loads' scale; then what a microgrid's generator at 675, solar unit at 652 (phase a), wind unit at
# 645 (b-c) and storage at 671 inject, MW.
CORNERS = {
    "idle": (1.0, 0.0, 0.0, 0.0, 0.0),
    "charging": (1.0, 0.0, 0.0, 0.0, -0.5),
    "half-generation": (1.0, 0.33, 0.05, 0.05, 0.0),
    "export": (0.4, 0.66, 0.1, 0.1, 0.5),
}


def rows(folder, feeder, name):
    with open(os.path.join(folder, feeder, name + ".csv"), encoding="utf-8") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def terminals(bus, phases, delta=False):
    order = ["abc".index(p) + 1 for p in phases]
    if delta and len(order) == 1:
        order.append(order[0] % 3 + 1)
    return bus + "." + ".".join(str(n) for n in order)


def do(command):
    dss.Text.Command(command)
    if dss.Error.Number():
        raise SystemExit(command + ": " + dss.Error.Description())


class Feeders:
    """All of it as OpenDSS elements; names with a point become ones with an underscore."""

    def __init__(self, folder):
        self.folder = folder
        self.regulators = []
        self.kv = {}
        self.phases = {}
        do("clear")
        do("set defaultbasefrequency=60")
        do("new circuit.three bus1=800 basekv=24.9 pu=1.05 mvasc3=1e8 mvasc1=1e8")

    def include(self, feeder, prefix, load, capacitor):
        table = lambda name: rows(self.folder, feeder, name)
        for r in table("buses"):
            self.kv[prefix + r["bus"]] = float(r["kv"])
            self.phases[prefix + r["bus"]] = r["phases"]
        for r in table("regulators"):
            self.regulator(r, prefix)
        configurations = {r["configuration"]: r for r in table("configurations")}
        for r in table("lines"):
            self.line(r, configurations[r["configuration"]], prefix)
        for r in table("transformers"):
            self.transformer(prefix + r["transformer"], prefix + r["from"], prefix + r["to"],
                             float(r["kva"]), float(r["from_kv"]), float(r["to_kv"]),
                             float(r["r_percent"]), float(r["x_percent"]))
        for r in table("switches"):
            a, b = (terminals(prefix + r[end], r["phases"]) for end in ("from", "to"))
            do(f"new line.{prefix}{r['from']}-{r['to']} phases=3 bus1={a} bus2={b} length=1"
               " r1=1e-7 r0=1e-7 x1=1e-7 x0=1e-7 c1=0 c0=0")
        for i, r in enumerate(table("loads")):
            self.load(f"{prefix}s{i}", prefix + r["bus"], r, load)
        for i, r in enumerate(table("distributed_loads")):
            for end in ("from", "to"):
                self.load(f"{prefix}d{i}{end}", prefix + r[end], r, load / 2)
        for r in table("capacitors"):
            for p in "abc":
                kvar = capacitor * float(r["kvar_" + p])
                if kvar:
                    bus = prefix + r["bus"]
                    do(f"new capacitor.{bus}{p} phases=1 bus1={terminals(bus, p)} kvar={kvar!r}"
                       f" kv={self.kv[bus] / math.sqrt(3)!r}")

    def regulator(self, r, prefix):
        a, b = prefix + r["from"], prefix + r["to"]
        kv = self.kv[a] / math.sqrt(3)
        for p in r["phases"]:
            name = f"{prefix}{r['regulator']}{p}"
            do(f"new transformer.{name} phases=1 windings=2 xhl=1e-4 ppm=0"
               f" buses=({terminals(a, p)} {terminals(b, p)}) conns=(wye wye) kvs=({kv!r} {kv!r})"
               " kvas=(1e5 1e5) %rs=(1e-6 1e-6)"
               f" numtaps=32 maxtap=1.1 mintap=0.9")
            self.regulators.append(Relay(prefix + r["regulator"], name, p, b, r,
                                         TAPS[r["regulator"]]["abc".index(p)]))

    @staticmethod
    def line(r, c, prefix):
        p = c["phases"]
        miles = float(r["feet"]) / FEET_A_MILE
        entry = lambda what, i, j: float(c[what + "_" + "".join(sorted(p[i] + p[j]))]) * miles
        matrix = lambda what, k: "(" + " | ".join(
            " ".join(repr(k * entry(what, i, j)) for j in range(i + 1)) for i in range(len(p))) + ")"
        nanofarad = 1e3 / (2 * math.pi * 60)
        a, b = (terminals(prefix + r[end], p) for end in ("from", "to"))
        do(f"new line.{prefix}{r['from']}-{r['to']} phases={len(p)} bus1={a} bus2={b} length=1"
           f" rmatrix={matrix('r', 1)} xmatrix={matrix('x', 1)} cmatrix={matrix('b', nanofarad)}")

    @staticmethod
    def transformer(name, a, b, kva, akv, bkv, r, x):
        do(f"new transformer.{name} phases=3 windings=2 xhl={x!r} ppm=0 buses=({a} {b})"
           f" conns=(wye wye) kvs=({akv!r} {bkv!r}) kvas=({kva!r} {kva!r}) %rs=({r / 2!r} {r / 2!r})")

    def load(self, name, bus, r, scale):
        delta = r["connection"] == "delta"
        for p in "abc":
            kw, kvar = (scale * float(r[f"{q}_{p}"]) for q in ("kw", "kvar"))
            if kw or kvar:
                self.unit(f"{name}{p}", bus, p, delta, MODEL[r["model"]], kw, kvar)

    def unit(self, name, bus, phase, delta, model, kw, kvar):
        kv = self.kv[bus] if delta else self.kv[bus] / math.sqrt(3)
        do(f"new load.{name} phases=1 bus1={terminals(bus, phase, delta)} conn={'delta' if delta else 'wye'}"
           f" model={model} kv={kv!r} kw={kw!r} kvar={kvar!r} vminpu=0.2 vlowpu=0.1 vmaxpu=3")

    def solve(self):
        do("set tolerance=1e-11 maxiterations=2000 controlmode=off")
        for relay in self.regulators:
            do(f"transformer.{relay.element}.wdg=2 tap={1 + STEP * relay.tap!r}")
        dss.Solution.Solve()
        if not dss.Solution.Converged():
            raise SystemExit("OpenDSS found no solution")

    def settle(self):
        for _ in range(1000):
            self.solve()
            moving = [relay for relay in self.regulators if relay.look()]
            if not moving:
                return
            moving[0].tap += moving[0].way
        raise SystemExit("taps found no rest")

    def voltages(self):
        dss.Circuit.SetActiveBus("800")
        for bus, phases in self.phases.items():
            dss.Circuit.SetActiveBus(bus)
            nodes, v = dss.Bus.Nodes(), dss.Bus.Voltages()
            base = self.kv[bus] * 1000 / math.sqrt(3)
            for p in phases:
                k = nodes.index("abc".index(p) + 1)
                u = complex(v[2 * k], v[2 * k + 1]) / base
                yield bus, p, abs(u), math.degrees(math.atan2(u.imag, u.real))


class Relay:
    def __init__(self, regulator, element, phase, bus, r, tap):
        self.regulator, self.element, self.phase, self.bus, self.tap = regulator, element, phase, bus, tap
        self.set, self.half = float(r["volts_" + phase]), float(r["band"]) / 2
        self.ratio, self.ct = float(r["pt_ratio"]), float(r["ct_a"])
        self.z = complex(float(r["r_" + phase]), float(r["x_" + phase]))
        self.way, self.volts = 0, math.nan

    def look(self):
        dss.Circuit.SetActiveElement("transformer." + self.element)
        v, i = dss.CktElement.Voltages(), dss.CktElement.Currents()
        u, out = complex(v[4], v[5]), -complex(i[4], i[5])
        z = self.z if (u * out.conjugate()).real >= 0 else 0
        self.volts = abs(u / self.ratio - z * out / self.ct)
        off = self.volts - self.set
        way = -1 if off > self.half else 1 if off < -self.half else 0
        self.way = 0 if abs(self.tap + way) > MAX_TAP else way
        return self.way


def corner(folder, load, generator, solar, wind, storage):
    f = Feeders(folder)
    f.include("ieee34", "", 0.5 * load, 1)
    for mg, bus in PLACES.items():
        p = mg + "_"
        f.include("ieee13", p, 0.2 * load, 0.2)
        f.transformer("tie" + mg, bus, p + "650", 1500.0, 24.9, 4.16, 1.0, 5.0)
        for phase in "abc":
            f.unit(f"{p}generator{phase}", p + "675", phase, False, 1, -1000 * generator / 3, 0)
            f.unit(f"{p}storage{phase}", p + "671", phase, False, 1, -1000 * storage / 3, 0)
        f.unit(p + "solar", p + "652", "a", False, 1, -1000 * solar, 0)
        f.unit(p + "wind", p + "645", "b", True, 1, -1000 * wind, 0)
    f.settle()
    return f


def main(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    says = f"# reference.py: OpenDSS, {dss.Basic.Version().split(' revision')[0]}.\n"
    out = {}
    for name, header in (("voltages", "corner,bus,phase,vm_pu,va_deg"),
                         ("taps", "corner,regulator,phase,tap,relay_v"),
                         ("totals", "corner,source_mw,source_mvar,losses_mw")):
        out[name] = open(os.path.join(here, name + ".csv"), "w", encoding="utf-8")
        out[name].write(says + header + "\n")
    point = lambda name: name.replace("_", ".")
    for name, setting in CORNERS.items():
        f = corner(folder, *setting)
        for bus, phase, pu, degrees in f.voltages():
            out["voltages"].write(f"{name},{point(bus)},{phase},{pu:.9f},{degrees:.7f}\n")
        for relay in f.regulators:
            out["taps"].write(f"{name},{point(relay.regulator)},{relay.phase},{relay.tap},{relay.volts:.4f}\n")
        p, q = dss.Circuit.TotalPower()
        out["totals"].write(f"{name},{-p / 1000:.8f},{-q / 1000:.8f},{dss.Circuit.Losses()[0] / 1e6:.8f}\n")
    for file in out.values():
        file.close()


if __name__ == "__main__":
    main(sys.argv[1])
