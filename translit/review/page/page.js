"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const ROW = 64, SPARE = 8, MOST_SHOWN = 60, LONGEST = 400;
  const KEYS = [
    ["j ↓", "next name"], ["k ↑", "name before"], ["a", "accept"], ["r", "reject"],
    ["f", "accept another form, or say who is meant"], ["s", "split off: not this name (of several spellings: 1 – 9)"],
    ["g", "gender of a person"], ["x", "skip"], ["u", "undo"], ["v", "by name or by file"],
    ["/", "search"], ["n", "next name that is not decided"], ["d", "save the decisions"], ["?", "this help"], ["Esc", "back to the names"],
  ];
  const STATUS = { new: "new", edit: "edit", suggestion: "suggested", ambiguous: "who?", kept: "kept" };
  const VERDICT = { accept: "accepted", reject: "rejected", part: "split off", skip: "skipped" };
  const KINDS = ["person", "place", "organization", "other"];
  const items = data.items, files = data.files;
  const byId = new Map(items.map((item) => [item.id, item]));
  const storeKey = "translit-review:" + data.state.page;
  const decisions = new Map();
  const undo = [];
  let rows = [], current = -1, view = data.view, unsaved = false, keysOn = true, kept = true;

  // Text of strangers: what would steer a line is shown as its code, and no text is endless.
  const UNSHOWN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
  const shown = (text, most = LONGEST) => {
    text = String(text);
    const rest = text.length - most;
    if (rest > 0) text = text.slice(0, most).replace(/[\ud800-\udbff]$/, "") + "… (" + rest.toLocaleString("en") + " more)";
    return text.replace(UNSHOWN, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  };
  const el = (tag, attrs = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(attrs)) {
      if (key === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
      else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };
  const name = (text, most) => el("bdi", {}, shown(text, most));
  const plural = (n, word) => n.toLocaleString("en") + " " + word + (n === 1 ? "" : "s");
  const say = (text) => { $("said").textContent = ""; requestAnimationFrame(() => { $("said").textContent = text; }); };

  const store = {
    read(key) { try { return localStorage.getItem(key); } catch { kept = false; return null; } },
    write(key, value) { try { localStorage.setItem(key, value); } catch { kept = false; } },
  };

  // What was decided
  const isDecided = (item) => ["accept", "reject", "part"].includes((decisions.get(item.id) || {}).verdict);
  const title = (item) => item.type === "group"
    ? item.spellings.map((one) => one.text).join(", ")
    : item.text + (item.form && item.form !== item.text ? " → " + item.form : "");
  const change = (item, decision, words) => {
    undo.push([item.id, decisions.get(item.id)]);
    if (decision) decisions.set(item.id, decision); else decisions.delete(item.id);
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
    if (verdict === "accept" && item.status === "ambiguous" && !more.entity && !(decisions.get(item.id) || {}).entity) { askForm(); return; }
    const apart = (decisions.get(item.id) || {}).apart || [];
    if (verdict === "accept" && item.type === "group" && apart.length === item.spellings.length) {
      say("All spellings are split off: reject it instead"); return;
    }
    const decision = { ...draft(item), ...more, verdict };
    change(item, decision, VERDICT[verdict] + ": " + shown(title(item), 60));
    step(1, true);
  };
  const takeBack = () => {
    const last = undo.pop();
    if (!last) { say("Nothing to undo"); return; }
    const [id, before] = last;
    if (before) decisions.set(id, before); else decisions.delete(id);
    keep();
    const at = rows.findIndex((row) => row.item && row.item.id === id);
    if (at >= 0) select(at); else arrange(id);
    refresh();
    say("Undone: " + shown(title(byId.get(id)), 60));
  };
  const toggleApart = (item, text) => {
    if (item.type !== "group") { decide("part"); return; }
    const decision = draft(item);
    const apart = new Set(decision.apart || []);
    if (apart.has(text)) apart.delete(text); else apart.add(text);
    decision.apart = item.spellings.map((one) => one.text).filter((one) => apart.has(one));
    change(item, decision, (apart.has(text) ? "Split off: " : "Taken back: ") + shown(text, 60));
    refresh();
  };
  const setField = (item, key, value) => { change(item, { ...draft(item), [key]: value }, key + ": " + (value || "unknown")); refresh(); };

  // The file of decisions
  const write = (item, decision) => {
    const common = { id: item.id, verdict: decision.verdict, at: decision.at };
    if (decision.note) common.note = decision.note;
    if (item.why) common.why = item.why.slice(0, 500);
    if (item.type === "group") {
      const apart = decision.apart || [];
      const ranked = [...item.spellings].sort((a, b) => b.count - a.count).map((one) => one.text);
      const left = ranked.filter((one) => !apart.includes(one));
      const out = { ...common, kind: decision.kind || kindOf(item), form: decision.form || formOf(item, apart), spellings: left.length ? left : apart, apart: left.length ? apart : [] };
      const gender = "gender" in decision ? decision.gender : item.gender;
      if (gender && out.kind === "person") out.gender = gender;
      if (item.original && item.original.text && item.original.lang) out.original = { lang: item.original.lang, text: item.original.text };
      return out;
    }
    const entity = decision.entity || item.entity || item.candidates[0];
    const others = item.status === "ambiguous" && decision.verdict !== "reject" ? item.candidates.filter((one) => one !== entity) : [];
    const out = { ...common, entity, text: item.text };
    if (decision.verdict === "accept" && decision.form) { out.form = decision.form; if (data.style) out.style = data.style; }
    if (decision.verdict === "accept" && item.needs) out.needs = item.needs;
    if (others.length) out.others = others;
    return out;
  };
  const kindOf = (item) => KINDS.includes(item.kind) ? item.kind : "other";
  const formOf = (item, apart) => apart.includes(item.form)
    ? [...item.spellings].filter((one) => !apart.includes(one.text)).sort((a, b) => b.count - a.count).map((one) => one.text)[0] || item.form
    : item.form;
  const compose = () => {
    const done = items.filter(isDecided).map((item) => write(item, decisions.get(item.id)));
    const head = { schema: 1, what: "decisions", state: data.state, who: $("who").value.trim(), saved: new Date().toISOString() };
    return JSON.stringify(head).slice(0, -1) + ', "decisions": [\n' + done.map((one) => JSON.stringify(one)).join(",\n") + "\n]}\n";
  };
  const askSave = () => {
    const done = items.filter(isDecided).length;
    if (!done) { say("Nothing is decided yet"); return; }
    $("saving-said").textContent = plural(done, "decision") + " of " + plural(items.length, "name") + ".";
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
    const link = el("a", { href: URL.createObjectURL(new Blob([compose()], { type: "application/json" })), download: "decisions.json" });
    document.body.append(link);
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); link.remove(); }, 1000);
    unsaved = false;
    say(plural(done, "decision") + " saved as decisions.json.");
  };

  // The list: what is asked for, in rows of which only those in sight exist
  const haystack = new Map();
  const searched = (item) => {
    if (!haystack.has(item)) {
      const words = [title(item), item.form, item.entity, item.why, item.reason, ...(item.given || []), ...(item.titles || []), ...(item.candidates || []), item.original && item.original.text];
      for (const place of item.places) words.push(files[place.file].name, place.before, place.after);
      haystack.set(item, words.filter(Boolean).join("\n").toLowerCase());
    }
    return haystack.get(item);
  };
  const fits = (item) => {
    const show = $("show").value, kind = $("kind").value, query = $("query").value.trim().toLowerCase();
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
    $("rows").style.height = rows.length * ROW + "px";
    $("count").textContent = fit.length === items.length ? plural(items.length, "name") : fit.length.toLocaleString("en") + " of " + plural(items.length, "name");
    current = rows.findIndex((row) => row.item && row.item.id === wanted);
    if (current < 0) current = rows.findIndex((row) => row.item);
    refresh(true);
  };
  const rowsByEntity = (fit) => {
    const made = [], count = new Map();
    const entityOf = (item) => item.entity || (item.candidates || []).join(" or ");
    for (const item of fit) count.set(entityOf(item), (count.get(entityOf(item)) || 0) + item.count);
    let last = null;
    for (const item of fit) {
      const entity = entityOf(item), right = (data.entities[entity] || {}).said;
      if (item.type !== "group" && entity !== last) made.push({ head: entity, sub: plural(count.get(entity), "place") + (right ? " · right: " + right : "") });
      last = entity;
      made.push({ item });
    }
    return made;
  };
  const rowsByFile = (fit) => {
    const found = files.map(() => []);
    fit.forEach((item, n) => { for (const file of new Set(item.places.map((place) => place.file))) found[file].push(n); });
    const asked = $("query").value || $("show").value || $("kind").value;
    const weight = (number) => (found[number].length || files[number].troubles.length ? 1 : 0);
    const all = files.map((file, number) => number).sort((a, b) => weight(b) - weight(a));
    return all.flatMap((number) => {
      const file = files[number], troubles = file.troubles;
      if (!found[number].length && asked) return [];
      const sub = [file.said || (found[number].length ? plural(found[number].length, "name") : ""), ...troubles].filter(Boolean).join("; ") || "nothing to decide";
      return [{ head: file.name, sub, file: number, wrong: troubles.length > 0 }, ...byStatus(found[number].map((n) => fit[n])).map((item) => ({ item, file: number }))];
    });
  };
  const ORDER = Object.keys(STATUS);
  const byStatus = (some) => some.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const here = () => (rows[current] || {}).item || null;
  const badge = (item) => {
    const decision = decisions.get(item.id);
    if (decision && decision.verdict) return el("span", { class: "badge " + decision.verdict }, VERDICT[decision.verdict]);
    const kind = item.type === "group" ? (item.sure ? "sure" : "unsure") : item.status;
    return el("span", { class: "badge " + kind }, STATUS[kind] || kind);
  };
  const preview = (row) => {
    const place = row.item.places.find((one) => row.file === undefined || one.file === row.file);
    if (row.file === undefined && row.item.type !== "group") return plural(row.item.count, "time") + " · " + shown(row.item.why, 140);
    if (!place) return shown(row.item.why, 140);
    const before = place.before.length > 40 ? "… " + place.before.slice(-30).replace(/^\S*\s/, "") : place.before;
    return shown(before + place.text + place.after, 120);
  };
  const drawRow = (row, at) => {
    const base = { class: "row", id: "row-" + at, style: "top:" + at * ROW + "px" };
    if (!row.item) {
      return el("div", { ...base, class: "row head", role: "presentation" },
        el("div", {}, fileLink(row) || name(row.head, 120)), el("div", { class: row.wrong ? "preview wrong" : "preview" }, shown(row.sub, 200)));
    }
    return el("div", {
      ...base, class: "row" + (isDecided(row.item) ? " decided" : ""), role: "option",
      "aria-selected": String(at === current), "aria-setsize": rows.length, "aria-posinset": at + 1,
      on: { click: () => { select(at); document.body.classList.add("open"); } },
    }, el("div", {}, badge(row.item), el("span", { class: "what" }, name(title(row.item), 120))), el("div", { class: "preview" }, el("bdi", {}, preview(row))));
  };
  const fileLink = (row) => row.file !== undefined && files[row.file].href
    ? el("a", { href: files[row.file].href, target: "_blank", rel: "noopener", tabindex: "-1" }, name(row.head, 120)) : null;
  const drawRows = () => {
    const list = $("list");
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
    $("rows").replaceChildren(...rows.slice(first, last).map((row, n) => drawRow(row, first + n)));
    if (current >= 0) list.setAttribute("aria-activedescendant", "row-" + current);
    else list.removeAttribute("aria-activedescendant");
  };
  const show = () => {
    const list = $("list"), top = current * ROW;
    if (current < 0) return;
    if (top < list.scrollTop + ROW) list.scrollTop = Math.max(0, top - ROW);
    else if (top + 2 * ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + 2 * ROW - list.clientHeight;
  };
  const select = (at) => { current = at; show(); refresh(true); };
  const step = (by, open = false) => {
    for (let at = current + by; at >= 0 && at < rows.length; at += by) {
      if (rows[at].item && !(open && isDecided(rows[at].item))) { select(at); return; }
    }
    refresh();
    if (open && items.every(isDecided)) say("All names are decided. Save the decisions with d.");
  };
  const refresh = (fresh = false) => { drawRows(); drawDetail(fresh); drawFigures(); };
  const drawFigures = () => {
    const done = items.filter(isDecided).length;
    $("figures").textContent = data.said + (done ? " · " + done.toLocaleString("en") + " of " + items.length.toLocaleString("en") + " decided" : "") + (kept ? "" : " · this browser keeps nothing: save before you close");
  };

  // One name
  const drawDetail = (fresh) => {
    const item = here(), pane = $("detail"), top = pane.scrollTop, held = document.activeElement && pane.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    if (!item) {
      pane.replaceChildren(el("h2", { id: "name" }, items.length ? "No name fits" : "Nothing to review"),
        el("p", { class: "quiet" }, items.length ? "Change what is searched for, or shown." : "No name was changed, suggested or kept."));
      return;
    }
    const decision = decisions.get(item.id) || {};
    pane.replaceChildren(...[
      el("button", { type: "button", class: "back", on: { click: back } }, "← Names"),
      ...(item.type === "group" ? drawGroup(item, decision) : drawMention(item, decision)),
      drawVerdict(item, decision), ...drawActions(item, decision), ...drawSentences(item),
    ].filter(Boolean));
    pane.scrollTop = fresh ? 0 : top;
    const again = held && [...pane.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held);
    if (again) again.focus({ preventScroll: true });
  };
  const facts = (pairs) => {
    const list = el("dl", { class: "facts" });
    for (const [term, value] of pairs) if (value) list.append(el("dt", {}, term), el("dd", {}, value instanceof Node ? value : name(value)));
    return list;
  };
  const drawGroup = (item, decision) => {
    const apart = decision.apart || [];
    const original = item.original && item.original.text ? name(item.original.text + " (" + item.original.lang + ")") : "";
    const kind = el("select", { "aria-label": "Kind", "data-key": "kind", on: { change: (event) => setField(item, "kind", event.target.value) } },
      ...KINDS.map((one) => el("option", { value: one, selected: one === (decision.kind || kindOf(item)) }, one)));
    const gender = "gender" in decision ? decision.gender : item.gender || "";
    const sex = (decision.kind || kindOf(item)) !== "person" ? "" : el("select", { "aria-label": "Gender", "data-key": "gender", "aria-keyshortcuts": "g", on: { change: (event) => setField(item, "gender", event.target.value) } },
      ...[["", "unknown"], ["f", "woman"], ["m", "man"]].map(([value, said]) => el("option", { value, selected: value === gender }, said)));
    return [
      el("h2", { id: "name" }, name(decision.form || formOf(item, apart))),
      el("p", { class: "why" }, el("bdi", {}, shown(item.why, 600))),
      item.against.length ? el("ul", { class: "against", "aria-label": "What speaks against it" }, ...item.against.map((one) => el("li", {}, shown(one)))) : null,
      facts([["likely original", original], ["kind", kind], ["gender", sex], ["given names beside", item.given.join(", ")], ["titles beside", item.titles.join(", ")], ["how sure", item.sure ? "sure" : "not sure"]]),
      el("h3", { id: "spellings" }, "Spellings"),
      el("ol", { class: "spellings", "aria-labelledby": "spellings" }, ...item.spellings.map((one, n) => el("li", { class: apart.includes(one.text) ? "apart" : null },
        el("span", { class: "text" }, name(one.text)), el("span", { class: "number" }, plural(one.count, "time") + (one.documents ? " in " + plural(one.documents, "text") : "")),
        el("button", { type: "button", "data-key": "apart-" + n, "aria-pressed": String(apart.includes(one.text)), "aria-label": "Split off " + shown(one.text, 60), on: { click: () => toggleApart(item, one.text) } }, "Split off ", n < 9 ? el("kbd", {}, String(n + 1)) : "")))),
    ];
  };
  const drawMention = (item) => [
    el("h2", { id: "name" }, item.status === "edit" ? el("span", {}, el("span", { class: "heard" }, "was "), el("del", {}, name(item.text)), " → ", el("span", { class: "heard" }, "now "), el("ins", {}, name(item.form))) : name(item.text)),
    el("p", { class: "why" }, el("bdi", {}, shown(item.why, 600))),
    facts([
      ["what it is", { edit: "rewritten", suggestion: "suggested, and left as it is", ambiguous: "one of several, and left as it is", kept: "kept" }[item.status] || item.status],
      ["would become", item.status === "edit" || item.form === item.text ? "" : item.form], ["row", item.entity || ""],
      ["may be", item.candidates.length > 1 ? item.candidates.join(", ") : ""], ["reason", item.reason || ""], ["seen", plural(item.count, "time")],
      ["written right", (data.entities[item.entity] || {}).said || ""],
    ]),
  ];
  const drawVerdict = (item, decision) => {
    if (!decision.verdict) return null;
    const form = decision.form ? [" as ", name(decision.form)] : [];
    const entity = decision.entity ? [": ", name(decision.entity)] : [];
    return el("p", { class: "verdict" }, "You have " + VERDICT[decision.verdict] + " it", ...form, ...entity, decision.note ? " (" + shown(decision.note) + ")" : "", ".");
  };
  const meaning = (item) => item.type === "group"
    ? "Accept makes it one name in your table; reject says that these are several names."
    : { edit: "Accept leaves the change; reject keeps the spelling as it was; split off says that somebody else is meant.",
        kept: "Accept leaves it as it is; reject keeps the spelling wherever it stands.", ambiguous: "Accept asks who is meant; reject keeps the spelling.",
        suggestion: { alias: "Accept makes the spelling one of this entity; reject keeps it.", alone: "Accept says that the short form means this entity; reject keeps it." }[item.needs] || "No table can say it for this one place: accept reminds you to rewrite it by hand; reject keeps it." }[item.status];
  const drawActions = (item, decision) => {
    const button = (said, key, act, look, pressed) => el("button", { type: "button", class: look, "data-key": said, "aria-keyshortcuts": key, "aria-pressed": pressed === undefined ? null : String(pressed), on: { click: act } }, said + " ", el("kbd", {}, key));
    return [el("p", { class: "quiet" }, meaning(item)), el("div", { class: "act", role: "group", "aria-label": "Decide" },
      button("Accept", "a", () => decide("accept"), "yes", decision.verdict === "accept"),
      button("Reject", "r", () => decide("reject"), "no", decision.verdict === "reject"),
      button(item.status === "ambiguous" ? "Who is it?" : "Other form", "f", askForm),
      item.type === "group" ? null : button("Split off", "s", () => decide("part"), null, decision.verdict === "part"),
      button("Skip", "x", () => decide("skip")), button("Undo", "u", takeBack))];
  };
  const drawSentences = (item) => {
    const only = (rows[current] || {}).file;
    const places = only === undefined ? item.places : [...item.places].sort((a, b) => (b.file === only) - (a.file === only));
    if (!places.length) return [];
    const rest = item.count - places.length;
    const list = el("ol", { class: "sentences" });
    const more = (from) => {
      for (const place of places.slice(from, from + MOST_SHOWN)) list.append(drawPlace(item, place));
      if (places.length > from + MOST_SHOWN) {
        const button = el("button", { type: "button", on: { click: () => { button.remove(); more(from + MOST_SHOWN); } } }, "Show more");
        list.append(el("li", {}, button));
      }
    };
    more(0);
    return [el("h3", {}, "Where it stands"), list, rest > 0 && item.type !== "group" ? el("p", { class: "quiet" }, "And " + plural(rest, "more place") + ", counted only.") : null];
  };
  const drawPlace = (item, place) => {
    const file = files[place.file];
    const said = file.name + (place.line ? ":" + place.line : "");
    const target = file.href && file.href + (place.text.length < 100 ? "#:~:text=" + encodeURIComponent(place.text).replace(/-/g, "%2D") : "");
    const words = item.status === "edit"
      ? [el("span", { class: "heard" }, "was "), el("del", {}, name(place.text)), " ", el("span", { class: "heard" }, "now "), el("ins", {}, name(place.becomes || item.form))]
      : [el("mark", {}, name(place.text))];
    return el("li", {}, el("p", { class: "context" }, el("bdi", {}, shown(place.before), ...words, shown(place.after))),
      el("p", { class: "place" }, target ? el("a", { href: target, target: "_blank", rel: "noopener" }, name(said, 200)) : name(said, 200)));
  };
  const back = () => { document.body.classList.remove("open"); $("list").focus(); drawRows(); };

  // Another form, or who is meant
  let asked = null;
  const askForm = () => {
    const item = here();
    if (!item) return;
    asked = item;
    const decision = decisions.get(item.id) || {}, isWho = item.status === "ambiguous";
    $("other-name").textContent = isWho ? "Who is it?" : "Another form";
    $("form").value = (isWho ? decision.entity || "" : decision.form || item.form).slice(0, 1000);
    $("note").value = decision.note || "";
    const choices = isWho ? item.candidates : item.type === "group" ? item.spellings.map((one) => one.text) : [item.form, item.text];
    $("forms").replaceChildren(...[...new Set(choices)].slice(0, 9).map((text) => el("button", { type: "button", on: { click: () => { $("form").value = text; $("other-ok").focus(); } } }, name(text, 80))));
    $("other").returnValue = "no";
    $("other").showModal();
    $("form").select();
  };
  $("other").addEventListener("close", () => {
    const value = $("form").value.trim().replace(/\s+/g, " ");
    if ($("other").returnValue !== "ok" || !asked || !value) { $("list").focus(); return; }
    const note = $("note").value.trim();
    if (asked.status === "ambiguous") {
      if (!asked.candidates.includes(value)) { say("Choose one of " + asked.candidates.join(", ")); return; }
      decide("accept", { entity: value, note });
    } else decide("accept", value === asked.form ? { note, form: "" } : { form: value, note });
    $("list").focus();
  });

  // Keys
  const act = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    PageDown: () => { for (let n = 0; n < 8; n++) step(1); }, PageUp: () => { for (let n = 0; n < 8; n++) step(-1); },
    Home: () => { current = -1; step(1); }, End: () => { current = rows.length; step(-1); },
    a: () => decide("accept"), r: () => decide("reject"), f: askForm, x: () => decide("skip"), u: takeBack, d: askSave,
    s: () => { const item = here(); if (!item) return; if (item.type === "group") { const first = $("detail").querySelector(".spellings button"); if (first) first.focus(); say("Split off: press the number of a spelling, or go to its button"); } else decide("part"); },
    g: () => { const item = here(); if (!item || item.type !== "group") return; const now = decisions.get(item.id) || {}; const was = "gender" in now ? now.gender : item.gender || ""; setField(item, "gender", { "": "f", f: "m", m: "" }[was]); },
    n: () => step(1, true), v: () => turn(view === "file" ? "entity" : "file"), "/": () => $("query").focus(),
    "?": () => $("help").showModal(), Enter: () => { document.body.classList.add("open"); $("detail").focus(); }, Escape: back,
  };
  const MOVES = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "Enter", "Escape"];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const target = event.target, typing = target.matches("input, select, textarea");
    if (typing && event.key === "Escape") { $("list").focus(); return; }
    if (typing && target.id === "query" && (event.key === "Enter" || event.key === "ArrowDown")) { event.preventDefault(); $("list").focus(); return; }
    if (typing) return;
    if (MOVES.includes(event.key) && target !== $("list") && target !== document.body && event.key !== "Escape") return;
    if (!keysOn && !MOVES.includes(event.key)) return;
    const item = here();
    if (/^[1-9]$/.test(event.key) && item && item.type === "group" && item.spellings[event.key - 1]) {
      event.preventDefault();
      toggleApart(item, item.spellings[event.key - 1].text);
      return;
    }
    const run = act[event.key];
    if (run) { event.preventDefault(); run(); }
  });
  const turn = (to) => {
    view = to;
    for (const radio of document.querySelectorAll("[name=view]")) radio.checked = radio.value === to;
    arrange();
    show();
    drawRows();
    say("Arranged by " + (to === "file" ? "file" : "name"));
  };

  // The page itself
  const choices = (select, pairs) => select.append(...pairs.map(([value, said]) => el("option", { value }, said)));
  const met = new Set(items.map((item) => item.status));
  choices($("show"), [["", "All"], ["open", "Not decided"], ["decided", "Decided"],
    ...(met.has("new") ? [["sure", "Sure"], ["unsure", "Not sure"]] : []),
    ...[["edit", "Edits"], ["suggestion", "Suggested"], ["ambiguous", "One of several"], ["kept", "Kept"]].filter(([status]) => met.has(status))]);
  const kinds = [...new Set(items.map((item) => item.kind).filter(Boolean))].sort();
  choices($("kind"), [["", "All kinds"], ...kinds.map((one) => [one, one])]);
  $("kind").parentElement.hidden = kinds.length < 2;
  $("keys").append(...KEYS.map(([key, said]) => el("tr", {}, el("th", { scope: "row" }, ...key.split(" ").flatMap((one) => [el("kbd", {}, one), " "])), el("td", {}, said))));
  for (const id of ["query", "show", "kind"]) $(id).addEventListener("input", () => arrange());
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const radio of document.querySelectorAll("[name=view]")) {
    radio.checked = radio.value === view;
    radio.addEventListener("change", () => turn(radio.value));
  }
  $("save").addEventListener("click", askSave);
  $("ask").addEventListener("click", () => $("help").showModal());
  $("help-close").addEventListener("click", () => $("help").close());
  $("single").checked = keysOn = store.read("translit-review:keys") !== "off";
  $("single").addEventListener("change", () => { keysOn = $("single").checked; store.write("translit-review:keys", keysOn ? "on" : "off"); });
  $("who").value = store.read("translit-review:who") || "";
  let waiting = false;
  $("list").addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; drawRows(); }); } });
  addEventListener("resize", drawRows);
  addEventListener("beforeunload", (event) => { if (unsaved && !kept) event.preventDefault(); });
  try {
    for (const [id, decision] of JSON.parse(store.read(storeKey) || "[]")) if (byId.has(id)) decisions.set(id, decision);
  } catch { decisions.clear(); }
  arrange();
  $("list").focus();
})();
