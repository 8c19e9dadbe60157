"use strict";
// Draws the map and the plots from the data of the page, and links them with the table. Every text
// is put in as text; nothing here makes markup of one.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const groups = [...document.querySelectorAll("#findings > tbody")];
  const numberOf = (group) => Number(group.dataset.number);
  const groupOf = new Map(groups.map((group) => [numberOf(group), group]));
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const models = {};
  let visible = data.findings.map((_, number) => number);
  let at = null; // the findings of the chosen spot, or null
  let chosen = null;
  let marked = true; // whether findings have marks of their own on the map

  // --- what is shown -------------------------------------------------------------------------

  const standingsOf = (finding) => {
    const reading = form.elements.reading.value;
    return (reading && finding.readings[reading]) || [finding.standing];
  };
  const gravest = (words) =>
    words.reduce((one, other) => (data.looks[other].gravity < data.looks[one].gravity ? other : one));

  const passes = (finding, number, words) => {
    const asked = form.elements;
    return (
      (!at || at.has(number)) &&
      (!asked.clause.value || finding.clause === asked.clause.value) &&
      (!asked.side.value || finding.side === asked.side.value) &&
      (!asked.standing.value || standingsOf(finding).includes(asked.standing.value)) &&
      (!words || groupOf.get(number).textContent.toLowerCase().includes(words))
    );
  };

  const exactly = () => {
    const asked = form.elements;
    return data.shares
      .filter(([clause, side, word]) =>
        (!asked.clause.value || clause === asked.clause.value) &&
        (!asked.side.value || side === asked.side.value) &&
        (!asked.standing.value || word === asked.standing.value))
      .reduce((sum, share) => sum + share[3], 0);
  };

  const refresh = () => {
    const words = form.elements.words.value.trim().toLowerCase();
    visible = [];
    data.findings.forEach((finding, number) => {
      const isShown = passes(finding, number, words);
      const group = groupOf.get(number);
      if (group) group.classList.toggle("hidden", !isShown);
      if (isShown) visible.push(number);
    });
    underReading();
    say();
    draw();
  };

  const underReading = () => {
    const reading = form.elements.reading.value;
    for (const [number, group] of groupOf) {
      const cell = group.rows[0].cells[0];
      cell.querySelector(".under")?.remove();
      if (!reading) continue;
      const under = document.createElement("span");
      under.className = "under";
      const finding = data.findings[number];
      const told = finding.readings[reading];
      under.textContent = told
        ? `under this reading: ${told.map((word) => data.looks[word].said).join(", or ")}`
        : "the same under this reading";
      cell.append(under);
    }
  };

  const say = () => {
    const count = (number) => number.toLocaleString("en");
    let said = `${count(visible.length)} of ${count(data.findings.length)} listed findings are shown`;
    if (data.shares.length && !at && !form.elements.words.value && !form.elements.reading.value) {
      said += `; of all ${count(data.total)} findings, ${count(exactly())} match`;
    }
    shown.textContent = at ? `${said}: those at the spot that is chosen on the map. ` : `${said}.`;
    if (at) {
      const all = document.createElement("button");
      all.type = "button";
      all.textContent = "Not only this spot";
      all.addEventListener("click", () => choosePlace(null));
      shown.append(all);
    }
  };

  // --- the map -------------------------------------------------------------------------------

  const wordOf = (number) => gravest(standingsOf(data.findings[number]));

  const draw = () => {
    if (!models.spots) return;
    drawCrowds();
    marked = hasMarks();
    const seen = new Set(marked ? visible : []);
    const spots = { x: [], y: [], mark: [], color: [], edge: [], size: [], line: [], number: [], head: [], lines: [], place: [] };
    data.spots
      .map(([x, y, rows], place) => [x, y, rows.filter((row) => seen.has(row)), place])
      .filter((spot) => spot[2].length)
      .map((spot) => [gravest(spot[2].map(wordOf)), ...spot])
      .sort((one, other) => data.looks[other[0]].gravity - data.looks[one[0]].gravity)
      .forEach(([word, x, y, rows, place]) => {
        const look = data.looks[word];
        spots.x.push(x); spots.y.push(y); spots.mark.push(look.mark);
        spots.color.push(look.color); spots.edge.push(look.edge); spots.size.push(look.size); spots.line.push(look.line); spots.place.push(place);
        spots.number.push(rows.length > 1 ? String(rows.length) : "");
        spots.head.push(rows.length > 1 ? `${rows.length} findings here` : look.said);
        spots.lines.push(lines(rows));
      });
    models.spots.selected.indices = [];
    models.spots.data = spots;
    const discs = { xs: [], ys: [], color: [] };
    for (const disc of data.discs) {
      const rows = disc.rows.filter((row) => seen.has(row));
      if (!rows.length) continue;
      discs.xs.push(disc.xs); discs.ys.push(disc.ys);
      discs.color.push(data.looks[gravest(rows.map(wordOf))].color);
    }
    models.discs.data = discs;
    ring();
  };

  const drawCrowds = () => {
    // Squares count all findings; of the filters they follow the standing, which they know.
    const asked = form.elements.standing.value;
    const crowds = { x: [], y: [], side: [], color: [], alpha: [], head: [], lines: [] };
    for (const one of data.crowds) {
      const counts = one.counts.filter(([word]) => !asked || word === asked);
      if (!counts.length) continue;
      const total = counts.reduce((sum, [, count]) => sum + count, 0);
      for (const key of ["x", "y", "side", "alpha"]) crowds[key].push(one[key]);
      crowds.color.push(data.looks[counts[0][0]].color);
      crowds.head.push(`${total.toLocaleString("en")} findings on this square`);
      crowds.lines.push(counts.map(([word, count]) =>
        `${count.toLocaleString("en")} ${data.looks[word].said}`).join("\n"));
    }
    models.crowds.data = crowds;
  };

  const nearness = () => (2 * models.reach) / Math.min(
    models.map.x_range.end - models.map.x_range.start,
    models.map.y_range.end - models.map.y_range.start);

  // Too many marks hide one another: then squares count them until one looks from nearer.
  const hasMarks = () => !data.crowds.length || visible.length <= 300 || nearness() > 3.9;

  const apart = (name) => `\u2068${name}\u2069`; // in its own direction

  const lines = (rows) => {
    if (rows.length === 1) {
      const one = data.findings[rows[0]];
      return `${apart(one.clause)}, ${apart(one.side)}, ${one.when}\n${one.said}`;
    }
    const told = rows.slice(0, 6).map((row) => {
      const one = data.findings[row];
      return `${data.looks[wordOf(row)].said}: ${apart(one.clause)}, ${apart(one.side)}, ${one.when}`;
    });
    if (rows.length > 6) told.push(`and ${rows.length - 6} more; click to list them`);
    return told.join("\n");
  };

  const spotOf = (number) => data.spots.find((spot) => spot[2].includes(number));

  const ring = () => {
    if (!models.ring) return;
    const spot = chosen === null ? null : spotOf(chosen);
    models.ring.data = spot ? { x: [spot[0]], y: [spot[1]] } : { x: [], y: [] };
    const disc = chosen === null ? null : data.discs.find((one) => one.rows.includes(chosen));
    models["ring-disc"].data = disc ? { xs: [disc.xs], ys: [disc.ys] } : { xs: [], ys: [] };
    if (spot) reveal(spot[0], spot[1]);
  };

  const reveal = (x, y) => {
    const { x_range, y_range } = models.map;
    if (x < x_range.start || x > x_range.end || y < y_range.start || y > y_range.end) {
      const [wide, high] = [x_range.end - x_range.start, y_range.end - y_range.start];
      view(x - wide / 2, x + wide / 2, y - high / 2, y + high / 2);
    }
  };

  const view = (west, east, south, north) => {
    models.map.x_range.setv({ start: west, end: east });
    models.map.y_range.setv({ start: south, end: north });
  };

  const fit = () => {
    // A metre east is drawn as long as a metre north, whatever the shape of the window.
    const plot = models.map;
    const [wide, high] = [plot.inner_width, plot.inner_height];
    if (!wide || !high) return;
    const half = models.reach;
    const [x, y] = models.centre;
    const [a, b] = wide > high ? [(half * wide) / high, half] : [half, (half * high) / wide];
    view(x - a, x + a, y - b, y + b);
    plot.x_range.setv({ reset_start: x - a, reset_end: x + a });
    plot.y_range.setv({ reset_start: y - b, reset_end: y + b });
  };

  const move = (how) => {
    const { x_range, y_range } = models.map;
    const [wide, high] = [x_range.end - x_range.start, y_range.end - y_range.start];
    if (how === "whole") return fit();
    if (how === "in" || how === "out") {
      const by = (how === "in" ? -1 : 1) * 0.25;
      const most = models.reach * 5.5;
      if (how === "out" && Math.max(wide, high) * 1.5 > most) return undefined;
      return view(x_range.start - wide * by, x_range.end + wide * by,
        y_range.start - high * by, y_range.end + high * by);
    }
    const x = ({ west: -1, east: 1 }[how] || 0) * wide * 0.25;
    const y = ({ south: -1, north: 1 }[how] || 0) * high * 0.25;
    return view(x_range.start + x, x_range.end + x, y_range.start + y, y_range.end + y);
  };

  const names = () => {
    const nearer = nearness();
    if (hasMarks() !== marked) draw();
    models.map.renderers.forEach((one) => {
      const tier = /^names-(\d)$/.exec(one.name || "");
      if (tier) one.visible = 2 ** Number(tier[1]) <= nearer * 1.05;
    });
  };

  // --- choosing ------------------------------------------------------------------------------

  const choose = (number, { scroll = false, open = null } = {}) => {
    if (chosen !== null) groupOf.get(chosen)?.classList.remove("chosen");
    chosen = number;
    const group = number === null ? null : groupOf.get(number);
    if (group) {
      group.classList.add("chosen");
      if (open !== null) toggle(group, open);
      if (scroll) group.scrollIntoView({ block: "center" });
    }
    ring();
  };

  const choosePlace = (rows) => {
    at = rows ? new Set(rows) : null;
    refresh();
    choose(rows ? visible[0] ?? null : null, { scroll: Boolean(rows) });
  };

  const toggle = (group, open) => {
    group.classList.toggle("opened", open);
    group.querySelector(".open").setAttribute("aria-expanded", String(open));
  };

  const sort = (by, head) => {
    const isUp = head.getAttribute("aria-sort") !== "ascending";
    head.parentElement.querySelectorAll("th").forEach((one) => one.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const key = (number) => {
      const one = data.findings[number];
      if (by === "standing") return data.looks[one.standing].gravity;
      return { what: one.said, clause: one.clause, side: one.side, when: one.begins }[by];
    };
    const order = groups.map((group) => [key(numberOf(group)), numberOf(group), group]);
    order.sort(([one, first], [other, second]) =>
      (one < other ? -1 : one > other ? 1 : 0) * (isUp ? 1 : -1) || first - second);
    document.getElementById("findings").append(...order.map((entry) => entry[2]));
  };

  const listen = () => {
    form.addEventListener("input", refresh);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => { at = null; setTimeout(refresh); });
    document.getElementById("findings")?.addEventListener("click", (event) => {
      const head = event.target.closest(".sort");
      if (head) return sort(head.dataset.by, head.closest("th"));
      const group = event.target.closest("tbody");
      if (!group || event.target.closest(".why")) return undefined;
      const button = event.target.closest(".open");
      return choose(numberOf(group),
        { open: button ? !group.classList.contains("opened") : null });
    });
    document.querySelectorAll("[data-move]").forEach((button) =>
      button.addEventListener("click", () => move(button.dataset.move)));
  };

  // --- paper ---------------------------------------------------------------------------------

  // What is closed on the screen is read on paper, but for the branches of a finding's reasons.
  const closed = () => [...document.querySelectorAll("main details:not([open])")]
    .filter((one) => !one.closest(".accord-why"));
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = closed();
    for (const one of opened) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
  });

  // --- bokeh ---------------------------------------------------------------------------------

  const embed = async () => {
    Bokeh.set_log_level("warn");
    for (const [name, item] of Object.entries(data.items)) await Bokeh.embed.embed_item(item, name);
    const find = (name) => {
      for (const doc of Bokeh.documents) {
        const found = doc.get_model_by_name(name);
        if (found) return found;
      }
      return null;
    };
    for (const name of ["map", "spots", "discs", "crowds", "ring", "ring-disc", "incidents"]) {
      models[name] = find(name);
    }
    const { x_range, y_range } = models.map;
    models.centre = [(x_range.start + x_range.end) / 2, (y_range.start + y_range.end) / 2];
    models.reach = (x_range.end - x_range.start) / 2;
    link();
    fit();
    names();
    draw();
    document.documentElement.classList.add("drawn");
  };

  const link = () => {
    const plot = models.map;
    for (const size of ["inner_width", "inner_height"]) plot.properties[size].change.connect(fit);
    for (const range of [plot.x_range, plot.y_range]) range.change.connect(names);
    models.spots.selected.properties.indices.change.connect(() => {
      const [index] = models.spots.selected.indices;
      if (index === undefined) return;
      choosePlace(data.spots[models.spots.data.place[index]][2]);
    });
    models.incidents?.selected.properties.indices.change.connect(() => {
      const [index] = models.incidents.selected.indices;
      if (index !== undefined) {
        form.reset();
        at = null;
        refresh();
        choose(models.incidents.data.first[index], { scroll: true, open: true });
      }
    });
  };

  listen();
  refresh();
  window.accord = { models, choose, choosePlace, shown: () => visible };
  embed();
})();
