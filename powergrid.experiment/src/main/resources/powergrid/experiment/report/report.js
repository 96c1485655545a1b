"use strict";
// Draws the plots of a report from the JSON that the page carries. Every text goes in as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const HUES = 8;
  const DASHES = [null, "7 3", "2 3", "9 3 2 3"];
  const names = data.variants.map((v) => v.name);
  const baselines = new Set(data.variants.filter((v) => v.baseline).map((v) => v.name));

  const colour = (i) => `var(--c${i % HUES})`;
  const dash = (i) => DASHES[Math.floor(i / HUES) % DASHES.length];
  const ofVariant = (name) => colour(names.indexOf(name));
  const minus = (text) => text.replace(/-/g, "−");
  const figure = (x) => (x === null ? "–"
    : minus(d3.format(Math.abs(x) >= 1e4 ? ",.0f" : Math.abs(x) >= 1e-4 ? ".4~r" : ".4~g")(x)));
  const tickText = (scale, count) => {
    const [low, high] = scale.domain();
    const greatest = Math.max(Math.abs(low), Math.abs(high));
    const format = greatest >= 1e5 ? d3.format("~s") : scale.tickFormat(count);
    return (x) => minus(format(x));
  };

  // ---- what all plots share -------------------------------------------------------------------

  const tip = d3.select("body").append("div").attr("class", "tip").attr("hidden", "");

  function showTip(event, text) {
    tip.attr("hidden", null).text(text);
    const box = tip.node().getBoundingClientRect();
    const left = Math.min(event.pageX + 14, window.scrollX + document.documentElement.clientWidth
      - box.width - 8);
    tip.style("left", `${Math.max(8, left)}px`).style("top", `${event.pageY + 16}px`);
  }

  const hideTip = () => tip.attr("hidden", "");

  function tips(selection, text) {
    return selection
      .on("pointerenter pointermove", (event, d) => showTip(event, text(d)))
      .on("pointerleave", hideTip);
  }

  /** Draws one thing; if that fails it is said in its place, and the others are drawn all the same. */
  function guarded(host, name, draw) {
    try {
      draw();
    } catch (error) {
      d3.select(host).append("p").attr("class", "undrawn")
        .text(`${name} cannot be drawn: ${error.message}. The figures are in the tables.`);
      console.error(`${name} cannot be drawn`, error);
    }
  }

  /** A card with a heading; draw(width) is called again whenever its width changes. */
  function card(host, title, unit, draw, whole) {
    const figureElement = d3.select(host).append("figure").attr("class", whole ? "plot whole" : "plot");
    const head = figureElement.append("header");
    const heading = head.append("h3").text(title);
    if (unit) {
      heading.append("span").attr("class", "unit").text(`[${unit}]`);
    }
    const body = figureElement.append("div");
    let drawn = 0;
    const redraw = () => {
      const width = Math.floor(body.node().clientWidth);
      if (width > 0 && width !== drawn) {
        drawn = width;
        body.selectAll("*").remove();
        guarded(body.node(), title, () => draw(body, width, head));
      }
    };
    redraw();
    // not within the observer's own turn: what is drawn changes the page's height
    new ResizeObserver(() => requestAnimationFrame(redraw)).observe(body.node());
    return figureElement;
  }

  function canvas(body, width, height, label) {
    return body.append("svg")
      .attr("viewBox", `0 0 ${width} ${height}`)
      .attr("role", "img")
      .attr("aria-label", label);
  }

  function axisX(svg, scale, top, bottom, count, format) {
    const ticks = svg.append("g").selectAll("g").data(scale.ticks(count)).join("g")
      .attr("transform", (t) => `translate(${scale(t)},0)`);
    ticks.append("line").attr("class", "grid").attr("y1", top).attr("y2", bottom);
    ticks.append("text").attr("class", "tick").attr("y", bottom + 15).attr("text-anchor", "middle")
      .text(format ?? tickText(scale, count));
  }

  function axisY(svg, scale, left, right, count) {
    const ticks = svg.append("g").selectAll("g").data(scale.ticks(count)).join("g")
      .attr("transform", (t) => `translate(0,${scale(t)})`);
    ticks.append("line").attr("class", "grid").attr("x1", left).attr("x2", right);
    ticks.append("text").attr("class", "tick").attr("x", left - 6).attr("dy", ".32em")
      .attr("text-anchor", "end").text(tickText(scale, count));
  }

  function leftMargin(scale, count) {
    const format = tickText(scale, count);
    return 14 + 6.6 * d3.max(scale.ticks(count), (t) => format(t).length);
  }

  function legend(head, entries, toggle) {
    const list = head.append("ul").attr("class", "legend");
    const items = list.selectAll("li").data(entries).join("li");
    const buttons = toggle
      ? items.append("button").attr("type", "button").attr("aria-pressed", "true")
          .on("click", function (event, d) {
            const on = this.getAttribute("aria-pressed") !== "true";
            this.setAttribute("aria-pressed", String(on));
            toggle(d, on);
          })
      : items.append("span");
    const swatch = buttons.append("svg").attr("viewBox", "0 0 22 10").attr("aria-hidden", "true");
    swatch.filter((d) => d.area).append("rect").attr("x", 4).attr("width", 14).attr("height", 10)
      .attr("rx", 2).style("fill", (d) => d.colour);
    swatch.filter((d) => !d.area).append("line").attr("x2", 22).attr("y1", 5).attr("y2", 5)
      .attr("stroke-width", 2.5).attr("stroke-dasharray", (d) => d.dash)
      .style("stroke", (d) => d.colour);
    buttons.append("span").text((d) => d.name);
    buttons.append("b").text("");
    return buttons;
  }

  // ---- metrics and differences: an interval a row, a dot a seed -------------------------------

  /** A name on at most two lines: of one that is too long its begin and its end. */
  function twoLines(name, most) {
    if (name.length <= most) {
      return [name];
    }
    const ends = [...name.matchAll(/[/, ]+/g)].map((m) => m.index + m[0].length)
      .filter((end) => end <= most && end > 2);
    const cut = ends.length > 0 ? d3.max(ends) : most;
    const rest = name.slice(cut).trim();
    return [name.slice(0, cut).trim(),
      rest.length <= most ? rest : `…${rest.slice(1 - most)}`];
  }

  /** Names of rows on the left; returns how wide they are and how high a row is. */
  function rowNames(rows, width) {
    const longest = d3.max(rows, (r) => r.name.length);
    const characters = Math.min(longest, Math.max(12, Math.floor(width * 0.36 / 6.7)));
    const lines = new Map(rows.map((r) => [r, twoLines(r.name, characters)]));
    return {
      left: 6.7 * characters + 14,
      band: d3.max(rows, (r) => lines.get(r).length) > 1 ? 34 : 28,
      write: (row, x, y) => row.append("text").attr("text-anchor", "end")
        .style("font-style", (r) => (baselines.has(r.name) ? "italic" : null))
        .selectAll("tspan").data((r) => lines.get(r).map((text, i, all) => ({ text, i, all })))
        .join("tspan").attr("x", x)
        .attr("y", (d) => y + 4 + (d.i - (d.all.length - 1) / 2) * 13).text((d) => d.text),
    };
  }

  function intervals(host, title, unit, rows, zero) {
    card(host, title, unit, (body, width) => {
      const { left, band, write } = rowNames(rows, width);
      const height = rows.length * band + 26;
      const bottom = rows.length * band + 4;
      const all = rows.flatMap((r) => [r.low, r.mid, r.high, ...r.seeds.map((s) => s.value)])
        .filter((x) => x !== null);
      const extent = d3.extent(zero ? [...all, 0] : all);
      if (extent[0] === extent[1]) {
        body.append("p").attr("class", "note flat").text(`${figure(extent[0])} ${unit} in ${zero
          ? "every pair" : "every seed of every variant"}.`);
        return;
      }
      const room = (extent[1] - extent[0]) * 0.04;
      const x = d3.scaleLinear([extent[0] - room, extent[1] + room], [left, width - 10]);
      const svg = canvas(body, width, height, `${title}: ${rows.map((r) =>
        `${r.name} ${figure(r.mid)}`).join(", ")}`);
      axisX(svg, x, 2, bottom, Math.max(2, Math.floor((width - left) / 80)));
      if (zero) {
        svg.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0))
          .attr("y1", 2).attr("y2", bottom);
      }
      const row = svg.selectAll("g.row").data(rows).join("g").attr("class", "row")
        .attr("transform", (r, i) => `translate(0,${i * band + band / 2 + 2})`);
      write(row, left - 14, 0);
      row.selectAll("circle").data((r) => r.seeds.map((s, k) => ({ ...s, row: r, k }))).join("circle")
        .attr("cx", (s) => x(s.value))
        // seeds of equal value side by side, the same in every row
        .attr("cy", (s) => ((s.k * 5) % 7 - 3) * 1.6)
        .attr("r", 3).style("fill", (s) => s.row.colour).style("fill-opacity", 0.38)
        .call(tips, (s) => `${s.row.name}\nseed ${s.seed}: ${figure(s.value)} ${unit}`);
      const there = row.filter((r) => r.mid !== null);
      there.append("line").attr("x1", (r) => x(r.low)).attr("x2", (r) => x(r.high))
        .attr("stroke-width", 3).attr("stroke-linecap", "round").style("stroke", (r) => r.colour);
      there.append("circle").attr("class", "paper").attr("cx", (r) => x(r.mid)).attr("r", 5.5)
        .style("fill", (r) => r.colour);
      tips(there.selectAll("line, circle.paper"), (r) =>
        `${r.name}\n${figure(r.mid)} ${unit}${r.seeds.length > 1
          ? `\n95 %: ${figure(r.low)} to ${figure(r.high)}, n = ${r.seeds.length}` : ""}${r.shows ?? ""}`);
    });
  }

  function metrics(host) {
    for (const metric of data.metrics) {
      const rows = data.summaries.filter((s) => s.metric === metric.name).map((s) => ({
        name: s.variant, colour: ofVariant(s.variant), mid: s.mid, low: s.low, high: s.high,
        seeds: data.values.filter((v) => v.variant === s.variant && v.metric === metric.name
          && v.value !== null),
      }));
      if (rows.some((r) => r.mid !== null)) {
        intervals(host, metric.name, metric.unit, rows, false);
      }
    }
  }

  function differences(host) {
    for (const metric of data.metrics) {
      const own = data.differences.filter((d) => d.metric === metric.name);
      const several = new Set(own.map((d) => d.reference)).size > 1;
      const rows = own.map((d) => ({
        name: several ? `${d.variant} − ${d.reference}` : d.variant,
        colour: ofVariant(d.variant), mid: d.mid, low: d.low, high: d.high,
        seeds: d.seeds.filter((s) => s.value !== null),
        shows: `\np = ${d.p < 0.0005 ? "< 0.001" : d3.format(".3f")(d.p)} (Holm): ${d.verdict}`,
      }));
      if (rows.some((r) => r.mid !== null)) {
        intervals(host, metric.name, metric.unit, rows, true);
      }
    }
  }

  // ---- learning curves ------------------------------------------------------------------------

  function learning(host) {
    for (const family of data.curves) {
      const hidden = new Set();
      let redraw = () => {};
      const plot = card(host, family.measure, "", (body, width) => {
        redraw = () => {
          body.selectAll("svg").remove();
          learningPlot(body, width, family, hidden);
        };
        redraw();
      }, data.curves.length === 1);
      const entries = family.curves.map((c) => ({
        name: c.variant, colour: ofVariant(c.variant), dash: dash(names.indexOf(c.variant)),
      }));
      legend(plot.select("header"), entries, (entry, on) => {
        hidden[on ? "delete" : "add"](entry.name);
        redraw();
      });
    }
  }

  /** Up to so many points a curve has dots, so that one can see where it was measured. */
  const FEW_POINTS = 25;

  function learningPlot(body, width, family, hidden) {
    const height = Math.max(260, Math.min(380, width * 0.5));
    const curves = family.curves.filter((c) => !hidden.has(c.variant));
    const shown = curves.length > 0 ? curves : family.curves;
    const all = shown.flatMap((c) => [...c.low, ...c.high, ...c.mid,
      ...c.seeds.flatMap((s) => s.values)]).filter((v) => v !== null).sort(d3.ascending);
    // the first, worst steps of a few seeds would press all others together
    const ends = [d3.quantileSorted(all, 0.01), d3.quantileSorted(all, 1)];
    // a single value has to lie somewhere too
    const room = ends[0] === ends[1] ? Math.abs(ends[0]) * 0.05 || 1 : 0;
    const y = d3.scaleLinear([ends[0] - room, ends[1] + room], [height - 38, 8]).nice(6);
    const left = leftMargin(y, 6);
    const x = d3.scaleLinear([0, d3.max(family.steps)], [left, width - 14]);
    const svg = canvas(body, width, height, `${family.measure} over steps`);
    axisX(svg, x, 8, height - 38, Math.max(2, Math.floor(width / 110)), d3.format("~s"));
    axisY(svg, y, left, width - 14, 6);
    svg.append("text").attr("class", "axis").attr("x", (left + width) / 2).attr("y", height - 5)
      .attr("text-anchor", "middle").text("steps in environments");
    const clip = `clip-${Math.random().toString(36).slice(2)}`;
    svg.append("clipPath").attr("id", clip).append("rect").attr("x", left).attr("y", 0)
      .attr("width", Math.max(0, width - 12 - left)).attr("height", height - 38);
    // not clipped, so that the last one is whole
    const dots = (values, radius, opacity, name) => {
      const there = (i) => (values[i] ?? null) !== null;
      const alone = (i) => there(i) && !there(i - 1) && !there(i + 1);
      const some = d3.range(values.length).filter((i) =>
        (values.length <= FEW_POINTS ? there(i) : alone(i)) && values[i] >= y.domain()[0]);
      svg.append("g").selectAll("circle").data(some).join("circle")
        .attr("class", "point").attr("cx", (i) => x(family.steps[i])).attr("cy", (i) => y(values[i]))
        .attr("r", radius).style("fill", ofVariant(name)).style("fill-opacity", opacity);
    };
    const inside = svg.append("g").attr("clip-path", `url(#${clip})`);
    const steps = family.steps;
    const line = d3.line().defined((v) => v !== null).x((v, i) => x(steps[i])).y((v) => y(v));
    for (const c of curves) {
      const points = steps.map((s, i) => ({ s, low: c.low[i], high: c.high[i] }));
      inside.append("path").datum(points).style("fill", ofVariant(c.variant))
        .style("fill-opacity", 0.18)
        .attr("d", d3.area().defined((p) => p.low !== null).x((p) => x(p.s)).y0((p) => y(p.low))
          .y1((p) => y(p.high)));
      for (const s of c.seeds) {
        inside.append("path").datum(s.values).attr("fill", "none").attr("stroke-width", 1)
          .style("stroke", ofVariant(c.variant)).style("stroke-opacity", 0.28).attr("d", line);
        dots(s.values, 2, 0.35, c.variant);
      }
    }
    for (const c of curves) {
      inside.append("path").datum(c.mid).attr("fill", "none").attr("stroke-width", 2.5)
        .attr("stroke-dasharray", dash(names.indexOf(c.variant)))
        .style("stroke", ofVariant(c.variant)).attr("d", line);
      dots(c.mid, 4, 1, c.variant);
    }
    // where a band would be a line without width
    for (const c of curves) {
      c.low.forEach((low, i) => {
        if (low !== null && (c.low[i - 1] ?? null) === null && (c.low[i + 1] ?? null) === null) {
          inside.append("line").attr("x1", x(steps[i])).attr("x2", x(steps[i]))
            .attr("y1", y(low)).attr("y2", y(c.high[i])).attr("stroke-width", 3)
            .style("stroke", ofVariant(c.variant)).style("stroke-opacity", 0.35);
        }
      });
    }
    const rule = svg.append("line").attr("class", "rule").attr("y1", 8).attr("y2", height - 38)
      .attr("visibility", "hidden");
    svg.on("pointermove", (event) => {
      const at = x.invert(d3.pointer(event)[0]);
      const i = d3.leastIndex(steps, (a, b) => Math.abs(a - at) - Math.abs(b - at));
      rule.attr("visibility", null).attr("x1", x(steps[i])).attr("x2", x(steps[i]));
      const lines = curves.filter((c) => c.mid[i] !== null).map((c) => {
        const n = c.seeds.filter((s) => s.values[i] !== null).length;
        return `${c.variant}: ${figure(c.mid[i])}${c.low[i] === null ? ""
          : ` [${figure(c.low[i])}, ${figure(c.high[i])}]`}, n = ${n}`;
      });
      showTip(event, [`${d3.format(",")(steps[i])} steps`, ...lines].join("\n"));
    }).on("pointerleave", () => {
      rule.attr("visibility", "hidden");
      hideTip();
    });
  }

  // ---- a day ----------------------------------------------------------------------------------

  function timeline(day, steps, width, left) {
    const start = new Date(`${day.start}Z`);
    const at = (k) => new Date(start.getTime() + k * day.hours * 3600e3);
    const scale = d3.scaleUtc([at(0), at(steps)], [left, width - 12]);
    return { at, scale, x: (k) => scale(at(k)) };
  }

  const clock = d3.utcFormat("%H:%M");

  /** Plots of a day share one rule: where the pointer is in one, all say what was then. */
  function linked() {
    const followers = [];
    return { add: (f) => followers.push(f), tell: (k) => followers.forEach((f) => f(k)) };
  }

  function dayPlot(host, title, unit, day, link, series, options) {
    const steps = series[0].values.length;
    let say = () => {};
    let mark = () => {};
    const plot = card(host, title, unit, (body, width) => {
      const height = 220;
      const bottom = height - 22;
      const y = d3.scaleLinear(options.domain, [bottom, 8]).nice(5);
      const left = Math.max(44, leftMargin(y, 5));
      const t = timeline(day, steps, width, left);
      const svg = canvas(body, width, height, `${title} over the day`);
      const narrow = width < 420;
      axisX(svg, t.scale, 8, bottom, narrow ? 4 : 8, (d) =>
        (clock(d) === "00:00" && steps * day.hours > 24.01 ? d3.utcFormat("%d %b")(d) : clock(d)));
      axisY(svg, y, left, width - 12, 5);
      options.draw(svg, t, y, steps, left, width - 12);
      const rule = svg.append("line").attr("class", "rule").attr("y1", 8).attr("y2", bottom)
        .attr("visibility", "hidden");
      mark = (k) => rule.attr("visibility", k < 0 ? "hidden" : null)
        .attr("x1", t.x(k + 0.5)).attr("x2", t.x(k + 0.5));
      svg.on("pointermove", (event) => {
        const k = Math.floor((t.scale.invert(d3.pointer(event)[0]) - t.at(0)) / (day.hours * 3600e3));
        link.tell(Math.max(0, Math.min(steps - 1, k)));
      }).on("pointerleave", () => link.tell(-1));
      say = (k) => plot.select("h3").selectAll("span.now").data(k < 0 ? [] : [k]).join("span")
        .attr("class", "now unit").text(`${clock(t.at(k))}–${clock(t.at(k + 1))}`);
    });
    const values = legend(plot.select("header"), series).selectAll("b");
    link.add((k) => {
      mark(k);
      say(k);
      values.text((d) => (k < 0 ? "" : ` ${figure(d.values[k])}`));
    });
  }

  function stepArea(t, y, low, high, steps) {
    return d3.area().curve(d3.curveStepAfter)
      .x((k) => t.x(k))
      .y0((k) => y(low(Math.min(k, steps - 1))))
      .y1((k) => y(high(Math.min(k, steps - 1))))(d3.range(steps + 1));
  }

  function stepLine(t, y, value, steps) {
    return d3.line().curve(d3.curveStepAfter)
      .defined((k) => value(Math.min(k, steps - 1)) !== null)
      .x((k) => t.x(k)).y((k) => y(value(Math.min(k, steps - 1))))(d3.range(steps + 1));
  }

  function zeroLine(svg, y, left, right) {
    if (y.domain()[0] < 0) {
      svg.append("line").attr("class", "zero").attr("x1", left).attr("x2", right)
        .attr("y1", y(0)).attr("y2", y(0));
    }
  }

  function dispatch(host, day, microgrid, link) {
    const keys = d3.range(microgrid.devices.length);
    const steps = microgrid.devices[0].mw.length;
    const rows = d3.range(steps).map((k) => microgrid.devices.map((d) => d.mw[k] ?? 0));
    const stacked = d3.stack().keys(keys).value((row, key) => row[key])
      .offset(d3.stackOffsetDiverging)(rows);
    const net = rows.map((row) => d3.sum(row));
    const series = microgrid.devices.map((d, i) => ({
      name: d.name, values: d.mw, colour: colour(i), area: true,
    }));
    series.push({ name: "sum", values: net, colour: "var(--ink)" });
    const domain = d3.extent([0, ...stacked.flat(2), ...net]);
    dayPlot(host, microgrid.name, "MW", day, link, series, {
      domain: domain[0] === domain[1] ? [0, 1] : domain,
      draw: (svg, t, y, count, left, right) => {
        stacked.forEach((layer, i) => svg.append("path").style("fill", colour(i))
          .style("fill-opacity", i < HUES ? 0.8 : 0.45)
          .attr("d", stepArea(t, y, (k) => layer[k][0], (k) => layer[k][1], count)));
        zeroLine(svg, y, left, right);
        svg.append("path").attr("class", "net").attr("d", stepLine(t, y, (k) => net[k], count));
      },
    });
  }

  function lines(host, title, unit, day, link, series) {
    const domain = d3.extent([0, ...series.flatMap((s) => s.values)].filter((v) => v !== null));
    dayPlot(host, title, unit, day, link, series, {
      domain: domain[0] === domain[1] ? [0, 1] : domain,
      draw: (svg, t, y, count, left, right) => {
        zeroLine(svg, y, left, right);
        series.forEach((s) => svg.append("path").attr("fill", "none").attr("stroke-width", 2)
          .style("stroke", s.colour).attr("d", stepLine(t, y, (k) => s.values[k], count)));
      },
    });
  }

  function voltages(host, day, feeder, link) {
    const series = [
      { name: "greatest", values: feeder.high, colour: "var(--c1)" },
      { name: "mean", values: feeder.mean, colour: "var(--ink)" },
      { name: "least", values: feeder.low, colour: "var(--c0)" },
    ];
    const all = [...feeder.low, ...feeder.high].filter((v) => v !== null);
    dayPlot(host, `voltages on ${feeder.name}`, "pu", day, link, series, {
      domain: d3.extent([0.945, 1.055, ...all]),
      draw: (svg, t, y, count, left, right) => {
        const there = d3.range(count).filter((k) => feeder.low[k] !== null);
        if (there.length === count) {
          svg.append("path").style("fill", "var(--soft)").style("fill-opacity", 0.14)
            .attr("d", stepArea(t, y, (k) => feeder.low[k], (k) => feeder.high[k], count));
        }
        for (const limit of [0.95, 1.05]) {
          svg.append("line").attr("class", "limit").attr("x1", left).attr("x2", right)
            .attr("y1", y(limit)).attr("y2", y(limit));
        }
        series.forEach((s) => svg.append("path").attr("fill", "none").attr("stroke-width", 1.75)
          .style("stroke", s.colour).attr("d", stepLine(t, y, (k) => s.values[k], count)));
      },
    });
  }

  function showDay(host, variant) {
    const day = data.days.find((d) => d.variant === variant);
    host.replaceChildren();
    const link = linked();
    for (const microgrid of day.microgrids) {
      dispatch(host, day, microgrid, link);
    }
    if (day.price.length > 0) {
      lines(host, "price", "USD/MWh", day, link,
        [{ name: "price", values: day.price, colour: "var(--c3)" }]);
    }
    for (const feeder of day.feeders) {
      voltages(host, day, feeder, link);
    }
    if (d3.sum(day.messages) > 0) {
      const series = [{ name: "sent", values: day.messages, colour: "var(--c5)" }];
      if (d3.sum(day.lost) > 0) {
        series.push({ name: "lost", values: day.lost, colour: "var(--c1)" });
      }
      lines(host, "messages in a step", "", day, link, series);
    }
    for (const element of document.querySelectorAll("figure.feeder")) {
      element.hidden = element.dataset.variant !== variant;
    }
  }

  function days(host, chooser) {
    showDay(host, data.days[0].variant);
    if (data.days.length > 8) {
      const label = d3.select(chooser).append("label").attr("class", "chooser").text("variant ");
      const select = label.append("select")
        .on("change", (event) => showDay(host, event.target.value));
      select.selectAll("option").data(data.days).join("option").attr("value", (d) => d.variant)
        .text((d) => d.variant);
      return;
    }
    const set = d3.select(chooser).append("fieldset").attr("class", "chooser");
    set.append("legend").text("variant");
    const labels = set.selectAll("label").data(data.days).join("label");
    labels.append("input").attr("type", "radio").attr("name", "variant")
      .property("checked", (d, i) => i === 0)
      .on("change", (event, d) => showDay(host, d.variant));
    labels.append("span").text((d) => d.variant);
  }

  // ---- messages by variant --------------------------------------------------------------------

  function bars(host, title, unit, rows) {
    card(host, title, unit, (body, width) => {
      const { left, band, write } = rowNames(rows, width);
      const bottom = rows.length * band + 4;
      const x = d3.scaleLinear([0, d3.max(rows, (r) => r.value) || 1], [left, width - 64]);
      const svg = canvas(body, width, bottom + 22, `${title}: ${rows.map((r) =>
        `${r.name} ${d3.format(",")(r.value)}`).join(", ")}`);
      axisX(svg, x, 2, bottom, Math.max(2, Math.floor((width - left) / 90)), d3.format("~s"));
      const row = svg.selectAll("g.row").data(rows).join("g").attr("class", "row")
        .attr("transform", (r, i) => `translate(0,${i * band + 5})`);
      write(row, left - 14, band / 2 - 3);
      row.append("rect").attr("x", left).attr("width", (r) => x(r.value) - left)
        .attr("height", band - 8).attr("rx", 2).style("fill", (r) => r.colour)
        .style("fill-opacity", 0.85);
      row.append("rect").attr("x", (r) => x(r.value - r.lost))
        .attr("width", (r) => x(r.value) - x(r.value - r.lost)).attr("height", band - 8)
        .style("fill", "var(--card)").style("fill-opacity", 0.7);
      row.append("text").attr("x", (r) => x(r.value) + 6).attr("y", band / 2 - 3).attr("dy", ".32em")
        .text((r) => d3.format(",")(r.value));
      tips(row, (r) => `${r.name}\n${d3.format(",")(r.value)} ${title}${r.lost > 0
        ? `, ${d3.format(",")(r.lost)} of them lost (pale)` : ""}`);
    });
  }

  function traffic(host) {
    const rows = data.days.map((d) => ({ name: d.variant, colour: ofVariant(d.variant), day: d }));
    bars(host, "messages", "", rows.map((r) => ({
      ...r, value: d3.sum(r.day.messages), lost: d3.sum(r.day.lost),
    })));
    bars(host, "bytes", "", rows.map((r) => ({ ...r, value: d3.sum(r.day.bytes), lost: 0 })));
  }

  const place = (name) => document.querySelector(`[data-plot="${name}"]`);
  const draw = (name, plot) => {
    const host = place(name);
    if (host) {
      guarded(host, name, () => plot(host));
    }
  };
  draw("metrics", metrics);
  draw("differences", differences);
  draw("learning", learning);
  draw("day", (host) => days(host, place("chooser")));
  draw("traffic", traffic);
})();
