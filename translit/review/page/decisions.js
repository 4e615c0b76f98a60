// What was decided, undone, kept in the browser and saved as a file.
const isDecided = (item) =>
  ["accept", "reject", "part"].includes((decisions.get(item.id) || {}).verdict);
const title = (item) =>
  item.type === "group"
    ? item.spellings.map((one) => one.text).join(", ")
    : item.text + (item.form && item.form !== item.text ? " → " + item.form : "");
const change = (item, decision, words) => {
  undo.push([item.id, decisions.get(item.id)]);
  if (decision) decisions.set(item.id, decision);
  else decisions.delete(item.id);
  keep();
  const left = items.filter((one) => !isDecided(one)).length;
  say(words + ". " + plural(left, "name") + " to decide.");
};
const keep = () => {
  unsaved = true;
  store.write(storeKey, JSON.stringify([...decisions]));
};
const draft = (item) => ({ ...(decisions.get(item.id) || {}), at: new Date().toISOString() });

const decide = (verdict, more = {}) => {
  const item = here();
  if (!item) return;
  if (
    verdict === "accept" &&
    item.status === "ambiguous" &&
    !more.entity &&
    !(decisions.get(item.id) || {}).entity
  ) {
    askForm();
    return;
  }
  const apart = (decisions.get(item.id) || {}).apart || [];
  if (verdict === "accept" && item.type === "group" && apart.length === item.spellings.length) {
    say("All spellings are split off: reject it instead");
    return;
  }
  const decision = { ...draft(item), ...more, verdict };
  change(item, decision, VERDICT[verdict] + ": " + shown(title(item), 60));
  step(1, true);
};
const takeBack = () => {
  const last = undo.pop();
  if (!last) {
    say("Nothing to undo");
    return;
  }
  const [id, before] = last;
  if (before) decisions.set(id, before);
  else decisions.delete(id);
  keep();
  const at = rows.findIndex((row) => row.item && row.item.id === id);
  if (at >= 0) select(at);
  else arrange(id);
  refresh();
  say("Undone: " + shown(title(byId.get(id)), 60));
};
const toggleApart = (item, text) => {
  if (item.type !== "group") {
    decide("part");
    return;
  }
  const decision = draft(item);
  const apart = new Set(decision.apart || []);
  if (apart.has(text)) apart.delete(text);
  else apart.add(text);
  decision.apart = item.spellings.map((one) => one.text).filter((one) => apart.has(one));
  change(item, decision, (apart.has(text) ? "Split off: " : "Taken back: ") + shown(text, 60));
  refresh();
};
const setField = (item, key, value) => {
  change(item, { ...draft(item), [key]: value }, key + ": " + (value || "unknown"));
  refresh();
};

// The file of decisions
const write = (item, decision) => {
  const common = { id: item.id, verdict: decision.verdict, at: decision.at };
  if (decision.note) common.note = decision.note;
  if (item.why) common.why = item.why.slice(0, 500);
  if (item.type === "group") {
    const apart = decision.apart || [];
    const ranked = [...item.spellings].sort((a, b) => b.count - a.count).map((one) => one.text);
    const left = ranked.filter((one) => !apart.includes(one));
    const form = decision.form || formOf(item, apart);
    const kind = decision.kind || kindOf(item);
    const first =
      decision.verdict === "accept" && left.length ? firstOf(item, kind, form) : null;
    const out = {
      ...common,
      kind,
      form: (first ? first.form + " " : "") + form,
      spellings: left.length ? left : apart,
      apart: left.length ? apart : [],
    };
    const gender = "gender" in decision ? decision.gender : item.gender;
    if (gender && out.kind === "person") out.gender = gender;
    if (item.original && item.original.text && item.original.lang)
      out.original = {
        lang: item.original.lang,
        text: (first ? first.native + " " : "") + item.original.text,
      };
    return out;
  }
  const entity = decision.entity || item.entity || item.candidates[0];
  const others =
    item.status === "ambiguous" && decision.verdict !== "reject"
      ? item.candidates.filter((one) => one !== entity)
      : [];
  const out = { ...common, entity, text: item.text };
  if (decision.verdict === "accept" && decision.form) {
    out.form = decision.form;
    if (data.style) out.style = data.style;
  }
  if (decision.verdict === "accept" && item.needs) out.needs = item.needs;
  if (others.length) out.others = others;
  return out;
};
// The given name with which a person is written in full, where it is known.
const firstOf = (item, kind, form) =>
  kind === "person" && !form.includes(" ") ? item.first : null;
const kindOf = (item) => (KINDS.includes(item.kind) ? item.kind : "other");
const formOf = (item, apart) =>
  apart.includes(item.form)
    ? [...item.spellings]
        .filter((one) => !apart.includes(one.text))
        .sort((a, b) => b.count - a.count)
        .map((one) => one.text)[0] || item.form
    : item.form;
const compose = () => {
  const done = items.filter(isDecided).map((item) => write(item, decisions.get(item.id)));
  const head = {
    schema: 1,
    what: "decisions",
    state: data.state,
    who: $("who").value.trim(),
    saved: new Date().toISOString(),
  };
  return (
    JSON.stringify(head).slice(0, -1) +
    ', "decisions": [\n' +
    done.map((one) => JSON.stringify(one)).join(",\n") +
    "\n]}\n"
  );
};
const askSave = () => {
  const done = items.filter(isDecided).length;
  if (!done) {
    say("Nothing is decided yet");
    return;
  }
  $("saving-said").textContent =
    plural(done, "decision") + " of " + plural(items.length, "name") + ".";
  $("saving").returnValue = "no";
  $("saving").showModal();
};
$("saving").addEventListener("close", () => {
  if ($("saving").returnValue === "ok") save();
  $("list").focus();
});
const save = () => {
  const done = items.filter(isDecided).length;
  store.write("translit-review:who", $("who").value);
  const link = el("a", {
    href: URL.createObjectURL(new Blob([compose()], { type: "application/json" })),
    download: "decisions.json",
  });
  document.body.append(link);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
    link.remove();
  }, 1000);
  unsaved = false;
  say(plural(done, "decision") + " saved as decisions.json.");
};
