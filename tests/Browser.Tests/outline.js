// The parts of a view in the order in which they are read, without the figures that they hold: what a screenshot shows of structure, in words.
function outline() {
  const lines = [];
  const text = (e) => { const c = e.cloneNode(true); for (const s of c.querySelectorAll(".skip, svg")) s.remove(); return c.textContent.replace(/[\u200e\u200f\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim(); };
  const name = (e) => e.getAttribute("aria-label") || "";
  const seen = (e) => e.checkVisibility() || e.closest("details:not([open])");
  const walk = (element, depth) => {
    for (const e of element.children) {
      if (!seen(e)) continue;
      const say = (line) => lines.push("  ".repeat(depth) + line);
      switch (e.tagName) {
        case "HEADER": case "MAIN": case "NAV": say(`${e.tagName.toLowerCase()} ${name(e)}`.trim()); if (e.className === "contents") say(`  ${e.querySelectorAll("a").length} links`); else walk(e, depth + 1); break;
        case "H1": case "H2": case "H3": say(`${e.tagName.toLowerCase()} ${text(e)}`); break;
        case "FIGURE": say(`figure of ${e.querySelectorAll("svg").length}`); break;
        case "TABLE": say(`table ${text(e.caption)}: ${e.tHead.rows[0].cells.length} columns, ${e.tBodies[0].rows.length} rows`); break;
        case "BUTTON": say(`button ${text(e)}`); break;
        case "INPUT": if (e.type !== "hidden") say(`field ${e.type} ${text(e.labels[0] ?? e)}`.trim()); break;
        case "SELECT": say(`choice ${text(e.labels[0])}`); break;
        case "FIELDSET": say("fieldset"); walk(e, depth + 1); break;
        case "DETAILS": say(`part ${text(e.querySelector("summary"))}`); walk(e, depth + 1); break;
        case "FORM": say("form"); walk(e, depth + 1); break;
        default: walk(e, depth);
      }
    }
  };
  walk(document.body, 0);
  // How many plans there are to choose from is not structure.
  return lines.filter((line, i) => line !== lines[i - 1] || !line.includes("checkbox")).join("\n");
}
// What is wider than its place: the page itself, words cut off, and words of pictures outside them. Frames that scroll by themselves may be wider inside.
function overflows() {
  const found = [], page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`page: ${page.scrollWidth - page.clientWidth} px`);
  for (const e of document.querySelectorAll("h1, h2, h3, p, button, summary, th, td, legend, label, dt, dd, li, a"))
    if (e.checkVisibility() && !e.closest(".skip") && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.matches("a, label")) found.push(`${e.tagName} ${e.textContent.trim().slice(0, 60)}: ${e.scrollWidth} in ${e.clientWidth}`);
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.viewBox.baseVal;
    if (svg.checkVisibility()) for (const t of svg.querySelectorAll("text")) {
      const box = t.getBBox();
      if (box.x < -1 || box.y < -1 || box.x + box.width > frame.width + 1 || box.y + box.height > frame.height + 1) found.push(`${t.textContent} at ${Math.round(box.x)} … ${Math.round(box.x + box.width)} of ${frame.width}`);
    }
  }
  return found.join("\n");
}
outline()
