// The served pages' own script: forms become JSON for the same endpoints that programs use, and a run is watched while it goes on.
const lang = document.documentElement.lang;

// What a field says, as JSON has it; undefined where it says nothing new.
const read = (field) => {
  const text = field.value.trim();
  switch (field.dataset.kind) {
    case "text": return text || undefined;
    case "number": return text === "" ? undefined : Number(text);
    case "percent": return text === "" || text === field.dataset.usual ? undefined : Number((Number(text) / 100).toPrecision(12));
    default: return undefined;
  }
};

const body = (form) => {
  const said = { lang };
  const floors = [], locks = [];
  for (const field of form.querySelectorAll("[data-kind]")) {
    if (field.dataset.kind === "floor") { if (field.value) floors.push({ district: field.name, atLeast: Number(field.value) }); continue; }
    const value = read(field);
    if (value !== undefined) said[field.name] = value;
  }
  for (const item of form.querySelectorAll(".chosen li")) locks.push({ project: item.dataset.project, in: item.dataset.lock === "in" });
  if (floors.length) said.floors = floors;
  if (locks.length) said.locks = locks;
  return said;
};

const paragraph = (text) => { const p = document.createElement("p"); p.textContent = text; return p; };

// Problems come with a title in both languages and with the faults that check would print.
const trouble = async (place, answer) => {
  let problem = {};
  try { problem = await answer.json(); } catch { /* the status says it */ }
  const lines = [paragraph(problem.titles?.[lang] || problem.title || String(answer.status))];
  for (const fault of problem.faults ?? []) lines.push(paragraph(`${fault.code} ${fault.message[lang]} ${fault.cure[lang]}`));
  place.replaceChildren(...lines);
};

const send = (address, method, what) => fetch(address, { method, headers: { "Content-Type": "application/json" }, body: what === undefined ? undefined : JSON.stringify(what) });

for (const form of document.querySelectorAll("form[data-api]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button[type=submit]"), place = form.querySelector(".trouble");
  button.disabled = true;
  place.replaceChildren();
  try {
    const answer = await send(form.dataset.api, "POST", body(form));
    if (!answer.ok) { await trouble(place, answer); return; }
    const job = await answer.json();
    location.assign(job.state === "done" ? job.open : `/${lang}/jobs/${job.id}`);
  } finally { button.disabled = false; }
});

for (const form of document.querySelectorAll("form[data-upload]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const place = form.querySelector(".trouble");
  place.replaceChildren();
  let answer;
  // What is too large is not read to its end.
  try { answer = await fetch(form.dataset.upload, { method: "POST", body: new FormData(form) }); } catch { place.replaceChildren(paragraph(form.dataset.refused)); return; }
  if (!answer.ok) { await trouble(place, answer); return; }
  location.assign(`/${lang}/scenarios/${encodeURIComponent((await answer.json()).key)}`);
});

for (const form of document.querySelectorAll("form[data-save]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await send(form.dataset.save, "POST");
  if (!answer.ok) { await trouble(form.querySelector(".trouble"), answer); return; }
  form.querySelector(".saved").textContent = (await answer.json()).said[lang];
});

// A long list of projects gets shorter while somebody types; letters and digits are folded as everywhere.
const fold = (s) => s.toLowerCase().replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[\u200c-\u200f\u2066-\u2069]/g, "").replace(/[۰-۹]/g, (d) => "۰۱۲۳۴۵۶۷۸۹".indexOf(d)).replace(/[٠-٩]/g, (d) => "٠١٢٣٤٥٦٧٨٩".indexOf(d));
for (const input of document.querySelectorAll("input[data-shorten]")) {
  const list = document.getElementById(input.dataset.shorten), all = [...list.options];
  input.addEventListener("input", () => {
    const sought = fold(input.value.trim());
    list.replaceChildren(...all.filter((o) => fold(`${o.textContent} ${o.value}`).includes(sought)));
  });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}

for (const button of document.querySelectorAll("button[data-lock]")) button.addEventListener("click", () => {
  const locks = button.closest(".locks"), list = locks.querySelector(".chosen"), option = locks.querySelector("select").selectedOptions[0];
  if (!option) return;
  list.querySelector(`li[data-project="${CSS.escape(option.value)}"]`)?.remove();
  const item = document.createElement("li"), remove = document.createElement("button");
  item.dataset.project = option.value;
  item.dataset.lock = button.dataset.lock;
  remove.type = "button";
  remove.textContent = list.dataset.remove;
  remove.setAttribute("aria-label", `${list.dataset.remove}: ${option.textContent}`);
  remove.addEventListener("click", () => { item.remove(); button.focus(); });
  item.append(`${option.textContent} – ${button.textContent.split(": ")[1]} `, remove);
  list.append(item);
});

for (const watch of document.querySelectorAll("section[data-job]")) {
  const line = watch.querySelector(".line"), bar = watch.querySelector("progress"), stop = watch.querySelector("button.stop");
  const events = new EventSource(`/api/jobs/${watch.dataset.job}/events?lang=${lang}`);
  events.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (job.line) line.textContent = job.line;
    // The gap falls by powers of ten: the bar shows how many of six have gone.
    if (job.progress?.gap != null) bar.value = Math.max(bar.position, Math.min(1, Math.log10(Math.max(job.progress.gap, 1e-6)) / -6));
    if (job.state === "done" || job.state === "failed") { events.close(); location.replace(job.open); }
  });
  stop.addEventListener("click", async () => { stop.disabled = true; await send(`/api/jobs/${watch.dataset.job}`, "DELETE"); });
}
