"use strict";
(() => {
  const show = (lang) => {
    for (const main of document.querySelectorAll("main[lang]")) main.hidden = main.lang !== lang;
    for (const b of document.querySelectorAll("button[data-lang]")) b.setAttribute("aria-pressed", String(b.dataset.lang === lang));
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === "fa" ? "rtl" : "ltr";
    document.title = document.querySelector(`main[lang="${lang}"] h1`).textContent;
  };
  const open = () => {
    const at = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!at) return;
    const main = at.closest("main[lang]");
    if (main && main.hidden) show(main.lang);
    for (let d = at.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    at.scrollIntoView();
  };
  for (const b of document.querySelectorAll("button[data-lang]")) b.addEventListener("click", () => {
    const id = location.hash.slice(1);
    show(b.dataset.lang);
    // The same neighbourhood in the other language.
    if (/^(fa|en)-/.test(id)) location.hash = b.dataset.lang + id.slice(2);
  });
  const value = (cell) => cell.dataset.v !== undefined ? Number(cell.dataset.v) : cell.textContent.trim();
  for (const table of document.querySelectorAll("table")) {
    const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
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
        const rows = [...body.rows].map((row) => [value(row.cells[i]), row]);
        rows.sort(([a], [b]) => up * (typeof a === "number" ? a - b : a.localeCompare(b, lang)));
        body.append(...rows.map(([, row]) => row));
      });
    });
    const csv = table.parentElement.parentElement.querySelector(`button.csv[data-for="${table.id}"]`);
    if (csv) csv.addEventListener("click", () => {
      const cell = (c) => { const v = String(c.dataset.v !== undefined ? c.dataset.v : c.textContent.trim()); return /[",\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v; };
      const text = [...table.rows].map((row) => [...row.cells].map(cell).join(",")).join("\r\n");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\uFEFF" + text], { type: "text/csv;charset=utf-8" }));
      link.download = table.id + ".csv";
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
  // As on input: Arabic letters and digits are the Persian ones, joiners do not matter.
  const fold = (s) => s.toLowerCase().replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[\u200c\u200d\u2066-\u2069]/g, "").replace(/[۰-۹]/g, (d) => "۰۱۲۳۴۵۶۷۸۹".indexOf(d)).replace(/[٠-٩]/g, (d) => "٠١٢٣٤٥٦٧٨٩".indexOf(d));
  for (const input of document.querySelectorAll("input[data-find]")) input.addEventListener("input", () => {
    const sought = fold(input.value.trim());
    for (const row of document.getElementById(input.dataset.find).tBodies[0].rows) row.hidden = !fold(row.textContent).includes(sought);
  });
  addEventListener("hashchange", open);
  show(document.documentElement.lang);
  open();
})();
