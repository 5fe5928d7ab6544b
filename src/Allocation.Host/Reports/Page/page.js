"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const show = (lang) => {
    for (const main of document.querySelectorAll("main[lang]")) main.hidden = main.lang !== lang;
    for (const b of document.querySelectorAll("button[data-lang]")) b.setAttribute("aria-pressed", String(b.dataset.lang === lang));
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === "fa" ? "rtl" : "ltr";
    document.title = document.querySelector(`main[lang="${lang}"] h1`).textContent;
    const skip = document.querySelector("a.skip");
    if (skip) { skip.hash = `${lang}-main`; skip.textContent = skip.dataset[lang]; }
  };
  // A long table shows its first rows until somebody asks for all of them, or looks for one.
  const all = (table, on) => {
    const button = document.querySelector(`button[data-all="${table.id}"]`);
    if (!button) return;
    button.setAttribute("aria-expanded", String(on));
    table.toggleAttribute("data-short", !on);
  };
  for (const button of document.querySelectorAll("button[data-all]")) {
    const table = at(button.dataset.all);
    button.hidden = false;
    all(table, false);
    button.addEventListener("click", () => all(table, button.getAttribute("aria-expanded") === "false"));
  }
  // #place-ID and #project-ID mean that part in whichever language is open.
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const there = id ? at(id) || at(`${document.documentElement.lang}-${id}`) : null;
    if (!there) return;
    const main = there.closest("main[lang]");
    if (main && main.hidden) show(main.lang);
    const shortened = there.closest("table[data-short]");
    if (shortened) all(shortened, true);
    const why = there.querySelector("details.why");
    if (why) why.open = true;
    for (let d = there.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    there.scrollIntoView();
    const focus = there.querySelector("summary") || there;
    if (!focus.matches("a, button, input, summary")) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  };
  for (const b of document.querySelectorAll("button[data-lang]")) b.addEventListener("click", () => {
    const id = location.hash.slice(1);
    show(b.dataset.lang);
    // The same part in the other language.
    if (/^(fa|en)-/.test(id)) location.hash = b.dataset.lang + id.slice(2);
  });
  // As on input: Arabic letters and digits are the Persian ones, joiners do not matter.
  const fold = (s) => s.toLowerCase().replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[\u200c-\u200f\u2066-\u2069]/g, "").replace(/[۰-۹]/g, (d) => "۰۱۲۳۴۵۶۷۸۹".indexOf(d)).replace(/[٠-٩]/g, (d) => "٠١٢٣٤٥٦٧٨٩".indexOf(d));
  // As people type names: with a space, a joiner or nothing between their parts, with or without the marks of letters.
  const key = (s) => fold(s).replace(/[آأإ]/g, "ا").replace(/[ةۀ]/g, "ه").replace(/ئ/g, "ی").replace(/ؤ/g, "و").replace(/\s+/g, "");
  // A number as Numbers.cs reads those of a scenario: null where it is none, NaN where it could be two. In a share's field a per cent sign may stand with it.
  const read = (s, whole, percent) => {
    let body = fold(s).trim().replace(/\s+/g, " ");
    if (percent) body = body.replace(/^[%٪] ?| ?[%٪]$/, "");
    const [, sign, figures] = /^([-+\u2212]?)(.*)$/.exec(body);
    if (!/^[\d.٫/,٬،’' ]*$/.test(figures) || !/\d/.test(figures)) return null;
    const [units, decimals, ...more] = figures.split(/[.٫]/);
    if (figures.includes("/") || more.length > 0) return NaN;
    if (decimals !== undefined && !(units && /^\d+$/.test(decimals))) return null;
    const marks = units.replace(/\d/g, "");
    if (marks && !(/^[1-9]\d{0,2}(\D\d{3})+$/.test(units) && [...marks].every((mark) => mark === marks[0]))) return NaN;
    if (/^[,،]$/.test(marks) && decimals === undefined && !whole) return NaN;
    if (whole && decimals !== undefined) return /^[1-9]\d{0,2}\.\d{3}$/.test(figures) ? NaN : null;
    return Number(`${sign ? sign.replace("\u2212", "-") : ""}${units.replace(/\D/g, "")}.${decimals ?? 0}`);
  };
  // What stands in a table groups thousands.
  const number = (s) => [read(s, true), read(s, false)].find(Number.isFinite) ?? null;
  // For the script of the served pages: what people type is read in one way.
  window.typed = { key, read };
  // What opens under a name is not part of it.
  const said = (cell) => (cell.querySelector("summary") ?? cell).textContent.replaceAll("\u00a0", " ");
  const value = (cell) => {
    if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
    const text = said(cell).trim();
    return (cell.classList.contains("n") ? number(text) : null) ?? text;
  };
  const compare = (a, b, lang) => typeof a === "number" ? (typeof b === "number" ? a - b : -1) : typeof b === "number" ? 1 : a.localeCompare(b, lang);
  const save = (table) => {
    const cell = (c) => { const v = String(value(c)); return /[",\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v; };
    const text = [...table.rows].map((row) => [...row.cells].map(cell).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\uFEFF" + text], { type: "text/csv;charset=utf-8" }));
    link.download = table.id + ".csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const rows = new Map();
  for (const table of document.querySelectorAll("table")) {
    const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
    rows.set(table.id, { rows: [...body.rows], head: table.tHead.cloneNode(true) });
    if (table.dataset.sort !== undefined) heads.forEach((th, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const up = th.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", up === 1 ? "ascending" : "descending");
        const lang = table.closest("[lang]").lang;
        const sorted = [...body.rows].map((row) => [value(row.cells[i]), row]);
        sorted.sort(([a], [b]) => up * compare(a, b, lang));
        body.append(...sorted.map(([, row]) => row));
      });
    });
  }
  for (const button of document.querySelectorAll("button.csv")) button.addEventListener("click", () => save(at(button.dataset.for)));
  for (const input of document.querySelectorAll("input[data-find]")) {
    const body = at(input.dataset.find).tBodies[0], count = input.closest(".table").querySelector(".found");
    let texts;
    input.addEventListener("input", () => {
      texts ??= new Map([...body.rows].map((row) => [row, key([...row.cells].map(said).join(" "))]));
      const sought = key(input.value), button = document.querySelector(`button[data-all="${input.dataset.find}"]`);
      let found = 0;
      if (button) body.parentElement.toggleAttribute("data-short", !sought && button.getAttribute("aria-expanded") === "false");
      for (const [row, text] of texts) found += (row.hidden = !text.includes(sought)) ? 0 : 1;
      count.textContent = sought ? `${count.dataset.found} ${found.toLocaleString(count.closest("[lang]").lang)}` : "";
    });
  }
  // A neighbourhood's projects are rows of the table of projects; they are copied when somebody looks.
  const fill = (part) => {
    for (const place of part.querySelectorAll("[data-rows]")) {
      const from = rows.get(place.dataset.of), table = document.createElement("table"), scroll = document.createElement("div");
      table.createCaption().textContent = place.dataset.caption;
      table.append(from.head.cloneNode(true), document.createElement("tbody"));
      // Every row with its part of the place's money, then what stands in no row, and the sum.
      const figure = (row, text, name = "td") => {
        const cell = row.appendChild(document.createElement(name));
        cell.className = "n";
        cell.textContent = text;
        return cell;
      };
      const head = table.tHead.rows[0], width = head.cells.length, parts = place.dataset.parts.split(";");
      for (const name of place.dataset.heads.split(";")) figure(head, name, "th").scope = "col";
      place.dataset.rows.split(" ").forEach((i, at) => {
        const row = from.rows[Number(i)].cloneNode(true);
        row.removeAttribute("id");
        row.hidden = false;
        for (const part of parts[at].split("|")) figure(row, part);
        table.tBodies[0].append(row);
      });
      for (const [name, sums] of [place.dataset.rest.split(";"), place.dataset.total.split(";")]) {
        const row = table.tBodies[0].insertRow(), label = row.appendChild(document.createElement("th"));
        label.scope = "row";
        label.colSpan = width;
        label.textContent = name;
        for (const sum of sums.split("|")) figure(row, sum);
      }
      scroll.className = "scroll";
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "group");
      scroll.setAttribute("aria-label", place.dataset.caption);
      scroll.append(table);
      place.replaceChildren(scroll);
      place.removeAttribute("data-rows");
    }
  };
  for (const part of document.querySelectorAll("details.place")) {
    if (part.open) fill(part);
    part.addEventListener("toggle", () => {
      if (!part.open) return;
      fill(part);
      // The address bar is what people share.
      if (location.hash.slice(1) !== part.id) history.replaceState(null, "", `#${part.id}`);
    });
  }
  // Also where the address is the same as before: what it leads to may have been closed since.
  document.addEventListener("click", (event) => {
    const to = event.target.closest("[data-to]");
    if (to) location.hash = to.dataset.to;
    if (to || event.target.closest('a[href^="#"]')) setTimeout(open);
  });
  document.documentElement.classList.add("scripted");
  addEventListener("hashchange", open);
  show(document.documentElement.lang);
  open();
})();
