// The served pages' own script: forms become JSON for the same endpoints that programs use, and a run is watched while it goes on.
const lang = document.documentElement.lang, { unreachable, ambiguous } = document.querySelector("main").dataset;
// As the tables' own script reads what people type.
const { key, read: numberIn } = window.typed;

// What a field for numbers says, in the digits of any language: undefined = nothing, null = no number that it takes, NaN = one that reads in two ways.
const figure = (field) => {
  const text = field.value.trim(), whole = "whole" in field.dataset;
  if (text === "") return undefined;
  const value = numberIn(text, whole, field.dataset.kind === "percent");
  return value < Number(field.dataset.least) || value > Number(field.dataset.most ?? Infinity) || (whole && Math.abs(value) > Number.MAX_SAFE_INTEGER) ? null : value;
};
const judge = (field) => {
  const value = figure(field);
  field.setCustomValidity(Number.isNaN(value) ? ambiguous : value === null || (value === undefined && field.required) ? field.dataset.refused : "");
};
for (const field of document.querySelectorAll("[data-refused][data-least]")) {
  judge(field);
  field.addEventListener("input", () => judge(field));
  // What is refused is shown, also where its part of the form is closed.
  field.addEventListener("invalid", () => { const part = field.closest("details"); if (part) part.open = true; });
}

// Beside a measure stands what its parameter means; some have none, and some have no usual one.
const measure = document.getElementById("measure"), parameter = document.getElementById("parameter");
if (measure) {
  const asItIs = parameter.placeholder;
  const tell = () => {
    const { says, takes } = measure.selectedOptions[0].dataset;
    document.getElementById("parameter-says").textContent = says;
    parameter.disabled = takes === "none";
    parameter.required = takes === "line";
    parameter.placeholder = measure.value === "" && takes !== "none" ? asItIs : "";
    judge(parameter);
  };
  tell();
  measure.addEventListener("change", tell);
}

// What a field says, as JSON has it; undefined where it says nothing new.
const read = (field) => {
  if (field.disabled) return undefined;
  switch (field.dataset.kind) {
    case "text": return field.value.trim() || undefined;
    case "number": return field.type === "hidden" ? Number(field.value) : figure(field);
    case "percent": { const value = figure(field); return value === undefined || value === Number(field.dataset.usual) ? undefined : Number((value / 100).toPrecision(12)); }
    default: return undefined;
  }
};

const body = (form) => {
  const said = { lang };
  const floors = [], locks = [];
  for (const field of form.querySelectorAll("[data-kind]")) {
    if (field.dataset.kind === "floor") { if (figure(field) !== undefined) floors.push({ district: field.name, atLeast: figure(field) }); continue; }
    const value = read(field);
    if (value !== undefined) said[field.name] = value;
  }
  for (const item of form.querySelectorAll(".chosen li")) locks.push({ project: item.dataset.project, in: item.dataset.lock === "in" });
  if (floors.length) said.floors = floors;
  if (locks.length) said.locks = locks;
  return said;
};

const paragraph = (text) => { const p = document.createElement("p"); p.textContent = text; return p; };

// Problems come with a title in both languages and with the faults that check would print; no answer at all has words of its own.
const trouble = async (place, answer) => {
  if (!answer) { place.replaceChildren(paragraph(unreachable)); return; }
  let problem = {};
  try { problem = await answer.json(); } catch { /* the status says it */ }
  const lines = [paragraph(problem.titles?.[lang] || problem.title || String(answer.status))];
  for (const fault of problem.faults ?? []) lines.push(paragraph(`${fault.code} ${fault.message[lang]} ${fault.cure[lang]}`));
  place.replaceChildren(...lines);
};

const send = (address, method, what) => fetch(address, { method, headers: { "Content-Type": "application/json" }, body: what === undefined ? undefined : JSON.stringify(what) }).catch(() => null);

for (const form of document.querySelectorAll("form[data-api]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button[type=submit]"), place = form.querySelector(".trouble");
  button.disabled = true;
  place.replaceChildren();
  try {
    const answer = await send(form.dataset.api, "POST", body(form));
    if (!answer?.ok) { await trouble(place, answer); return; }
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

// Too few or too many to compare are said on the spot, with nothing that was chosen lost.
for (const form of document.querySelectorAll("form[data-most]")) form.addEventListener("submit", (event) => {
  const chosen = form.querySelectorAll("input:checked").length, fits = chosen > 0 && chosen <= Number(form.dataset.most);
  form.querySelector(".trouble").textContent = fits ? "" : form.dataset.choose;
  if (!fits) event.preventDefault();
});

for (const form of document.querySelectorAll("form[data-save]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await send(form.dataset.save, "POST");
  if (!answer?.ok) { await trouble(form.querySelector(".trouble"), answer); return; }
  form.querySelector(".saved").textContent = (await answer.json()).said[lang];
});

// A long list of projects gets shorter while somebody types.
for (const input of document.querySelectorAll("input[data-shorten]")) {
  const list = document.getElementById(input.dataset.shorten), all = [...list.options];
  input.addEventListener("input", () => {
    const sought = key(input.value);
    list.replaceChildren(...all.filter((o) => key(`${o.textContent} ${o.value}`).includes(sought)));
    list.dispatchEvent(new Event("change"));
  });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}

// A lock that is taken away leads back to where one like it is added; those of the option that is changed further stand there already.
const removes = (item) => item.querySelector("button").addEventListener("click", () => {
  item.closest(".locks").querySelector(`button[data-lock=${item.dataset.lock}]`).focus();
  item.remove();
});
for (const item of document.querySelectorAll(".chosen li")) removes(item);
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
  item.append(`${option.textContent} – ${button.textContent.split(": ")[1]} `, remove);
  removes(item);
  list.append(item);
});

// What a list is too narrow for is told whole to whoever points at it.
for (const list of document.querySelectorAll("select")) {
  const tell = () => { list.title = list.selectedOptions[0]?.textContent ?? ""; };
  tell();
  list.addEventListener("change", tell);
}

for (const watch of document.querySelectorAll("section[data-job]")) {
  const line = watch.querySelector(".line"), bar = watch.querySelector("progress"), stop = watch.querySelector("button.stop"), place = watch.querySelector(".trouble");
  const events = new EventSource(`/api/jobs/${watch.dataset.job}/events?lang=${lang}`);
  events.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (job.line) line.textContent = job.line;
    place.replaceChildren();
    // The gap falls by powers of ten: the bar shows how many of six have gone.
    if (job.progress?.gap != null) bar.value = Math.max(bar.position, Math.min(1, Math.log10(Math.max(job.progress.gap, 1e-6)) / -6));
    if (job.state === "done" || job.state === "failed") { events.close(); location.replace(job.open); }
  });
  // It is asked again by itself; the next word that comes takes this one away.
  events.addEventListener("error", () => { place.replaceChildren(paragraph(unreachable)); });
  stop.addEventListener("click", async () => { stop.disabled = true; await send(`/api/jobs/${watch.dataset.job}`, "DELETE"); });
}
