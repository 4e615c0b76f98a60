// The list: what is asked for, in rows of which only those in sight exist.
const haystack = new Map();
const searched = (item) => {
  if (!haystack.has(item)) {
    const words = [
      title(item),
      item.form,
      item.entity,
      item.why,
      item.reason,
      ...(item.given || []),
      ...(item.titles || []),
      ...(item.candidates || []),
      item.original && item.original.text,
    ];
    for (const place of item.places) words.push(files[place.file].name, place.before, place.after);
    haystack.set(item, words.filter(Boolean).join("\n").toLowerCase());
  }
  return haystack.get(item);
};
const fits = (item) => {
  const show = $("show").value,
    kind = $("kind").value,
    query = $("query").value.trim().toLowerCase();
  if (show === "open" && isDecided(item)) return false;
  if (show === "decided" && !isDecided(item)) return false;
  if (show === "sure" && item.sure !== true) return false;
  if (show === "unsure" && item.sure !== false) return false;
  if (STATUS[show] && item.status !== show) return false;
  if (kind && item.kind !== kind) return false;
  return !query || searched(item).includes(query);
};
const arrange = (wanted) => {
  const at = here();
  wanted = wanted || (at && at.id);
  const asked = $("query").value || $("show").value || $("kind").value;
  const fit = items.filter((item) => fits(item) || (item.id === wanted && !asked));
  rows = view === "file" ? rowsByFile(fit) : rowsByEntity(fit);
  let place = 0;
  for (const row of rows) if (row.item) row.place = ++place; // headings are not counted
  $("rows").style.height = rows.length * ROW + "px";
  $("count").textContent =
    fit.length === items.length
      ? plural(items.length, "name")
      : fit.length.toLocaleString("en") + " of " + plural(items.length, "name");
  current = rows.findIndex((row) => row.item && row.item.id === wanted);
  if (current < 0) current = rows.findIndex((row) => row.item);
  refresh(true);
};
const rowsByEntity = (fit) => {
  const made = [],
    count = new Map();
  const entityOf = (item) => item.entity || (item.candidates || []).join(" or ");
  for (const item of fit) count.set(entityOf(item), (count.get(entityOf(item)) || 0) + item.count);
  let last = null;
  for (const item of fit) {
    const entity = entityOf(item),
      right = (data.entities[entity] || {}).said;
    if (item.type !== "group" && entity !== last)
      made.push({
        head: entity,
        sub: plural(count.get(entity), "place") + (right ? " · right: " + right : ""),
      });
    last = entity;
    made.push({ item });
  }
  return made;
};
const rowsByFile = (fit) => {
  const found = files.map(() => []);
  fit.forEach((item, n) => {
    for (const file of new Set(item.places.map((place) => place.file))) found[file].push(n);
  });
  const asked = $("query").value || $("show").value || $("kind").value;
  const weight = (number) => (found[number].length || files[number].troubles.length ? 1 : 0);
  const all = files.map((file, number) => number).sort((a, b) => weight(b) - weight(a));
  return all.flatMap((number) => {
    const file = files[number],
      troubles = file.troubles;
    if (!found[number].length && asked) return [];
    const sub =
      [file.said || (found[number].length ? plural(found[number].length, "name") : ""), ...troubles]
        .filter(Boolean)
        .join("; ") || "nothing to decide";
    return [
      { head: file.name, sub, file: number, wrong: troubles.length > 0 },
      ...byStatus(found[number].map((n) => fit[n])).map((item) => ({ item, file: number })),
    ];
  });
};
const ORDER = Object.keys(STATUS);
const byStatus = (some) => some.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
const here = () => (rows[current] || {}).item || null;
const badge = (item) => {
  const decision = decisions.get(item.id);
  if (decision && decision.verdict)
    return el("span", { class: "badge " + decision.verdict }, VERDICT[decision.verdict]);
  const kind = item.type === "group" ? (item.sure ? "sure" : "unsure") : item.status;
  return el("span", { class: "badge " + kind }, STATUS[kind] || kind);
};
const preview = (row) => {
  const place = row.item.places.find((one) => row.file === undefined || one.file === row.file);
  if (row.file === undefined && row.item.type !== "group")
    return plural(row.item.count, "time") + " · " + shown(row.item.why, 140);
  if (!place) return shown(row.item.why, 140);
  const before =
    place.before.length > 40 ? "… " + place.before.slice(-30).replace(/^\S*\s/, "") : place.before;
  return shown(before + place.text + place.after, 120);
};
const drawRow = (row, at) => {
  const last = rows.findLast((one) => one.item);
  const base = { class: "row", id: "row-" + at, top: at * ROW };
  if (!row.item) {
    return el(
      "div",
      { ...base, class: "row head", role: "presentation" },
      el("div", {}, fileLink(row) || name(row.head, 120)),
      el("div", { class: row.wrong ? "preview wrong" : "preview" }, shown(row.sub, 200)),
    );
  }
  return el(
    "div",
    {
      ...base,
      class: "row" + (isDecided(row.item) ? " decided" : ""),
      role: "option",
      "aria-selected": String(at === current),
      "aria-setsize": last.place,
      "aria-posinset": row.place,
      on: {
        click: () => {
          select(at);
          document.body.classList.add("open");
        },
      },
    },
    el("div", {}, badge(row.item), el("span", { class: "what" }, name(title(row.item), 120))),
    el("div", { class: "preview" }, el("bdi", {}, preview(row))),
  );
};
const fileLink = (row) =>
  row.file !== undefined && files[row.file].href
    ? el(
        "a",
        { href: files[row.file].href, target: "_blank", rel: "noopener", tabindex: "-1" },
        name(row.head, 120),
      )
    : null;
const drawRows = () => {
  const list = $("list");
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
  $("rows").replaceChildren(...rows.slice(first, last).map((row, n) => drawRow(row, first + n)));
  if (current >= 0) list.setAttribute("aria-activedescendant", "row-" + current);
  else list.removeAttribute("aria-activedescendant");
};
const show = () => {
  const list = $("list"),
    top = current * ROW;
  if (current < 0) return;
  if (top < list.scrollTop + ROW) list.scrollTop = Math.max(0, top - ROW);
  else if (top + 2 * ROW > list.scrollTop + list.clientHeight)
    list.scrollTop = top + 2 * ROW - list.clientHeight;
};
const select = (at) => {
  current = at;
  show();
  refresh(true);
};
const step = (by, open = false) => {
  for (let at = current + by; at >= 0 && at < rows.length; at += by) {
    if (rows[at].item && !(open && isDecided(rows[at].item))) {
      select(at);
      return;
    }
  }
  refresh();
  if (open && items.every(isDecided)) say("All names are decided. Save the decisions with d.");
};
const refresh = (fresh = false) => {
  drawRows();
  drawDetail(fresh);
  drawFigures();
};
const drawFigures = () => {
  const done = items.filter(isDecided).length;
  $("figures").textContent =
    data.said +
    (done
      ? " · " + done.toLocaleString("en") + " of " + items.length.toLocaleString("en") + " decided"
      : "") +
    (kept ? "" : " · this browser keeps nothing: save before you close");
};
