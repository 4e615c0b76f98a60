// One name: what is known of it, its sentences, and what can be decided.
const drawDetail = (fresh) => {
  const item = here(),
    pane = $("detail"),
    top = pane.scrollTop,
    held =
      document.activeElement && pane.contains(document.activeElement)
        ? document.activeElement.dataset.key
        : null;
  if (!item) {
    pane.replaceChildren(
      el("h2", { id: "name" }, items.length ? "No name fits" : "Nothing to review"),
      el(
        "p",
        { class: "quiet" },
        items.length
          ? "Change what is searched for, or shown."
          : "No name was changed, suggested or kept.",
      ),
    );
    return;
  }
  const decision = decisions.get(item.id) || {};
  pane.replaceChildren(
    ...[
      el("button", { type: "button", class: "back", on: { click: back } }, "← Names"),
      ...(item.type === "group" ? drawGroup(item, decision) : drawMention(item, decision)),
      drawVerdict(item, decision),
      ...drawActions(item, decision),
      ...drawSentences(item),
    ].filter(Boolean),
  );
  pane.scrollTop = fresh ? 0 : top;
  const again =
    held && [...pane.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held);
  if (again) again.focus({ preventScroll: true });
};
const facts = (pairs) => {
  const list = el("dl", { class: "facts" });
  for (const [term, value] of pairs)
    if (value)
      list.append(el("dt", {}, term), el("dd", {}, value instanceof Node ? value : name(value)));
  return list;
};
const drawGroup = (item, decision) => {
  const apart = decision.apart || [];
  const original =
    item.original && item.original.text
      ? name(item.original.text + " (" + item.original.lang + ")")
      : "";
  const kind = el(
    "select",
    {
      "aria-label": "Kind",
      "data-key": "kind",
      on: { change: (event) => setField(item, "kind", event.target.value) },
    },
    ...KINDS.map((one) =>
      el("option", { value: one, selected: one === (decision.kind || kindOf(item)) }, one),
    ),
  );
  const gender = "gender" in decision ? decision.gender : item.gender || "";
  const sex =
    (decision.kind || kindOf(item)) !== "person"
      ? ""
      : el(
          "select",
          {
            "aria-label": "Gender",
            "data-key": "gender",
            "aria-keyshortcuts": "g",
            on: { change: (event) => setField(item, "gender", event.target.value) },
          },
          ...[
            ["", "unknown"],
            ["f", "woman"],
            ["m", "man"],
          ].map(([value, said]) => el("option", { value, selected: value === gender }, said)),
        );
  return [
    el("h2", { id: "name" }, name(decision.form || formOf(item, apart))),
    el("p", { class: "why" }, el("bdi", {}, shown(item.why, 600))),
    item.against.length
      ? el(
          "ul",
          { class: "against", "aria-label": "What speaks against it" },
          ...item.against.map((one) => el("li", {}, shown(one))),
        )
      : null,
    facts([
      ["likely original", original],
      ["kind", kind],
      ["gender", sex],
      ["given names beside", item.given.join(", ")],
      ["in full", fullOf(item, decision, apart)],
      ["titles beside", item.titles.join(", ")],
      ["how sure", item.sure ? "sure" : "not sure"],
    ]),
    el("h3", { id: "spellings" }, "Spellings"),
    el(
      "ol",
      { class: "spellings", "aria-labelledby": "spellings" },
      ...item.spellings.map((one, n) =>
        el(
          "li",
          { class: apart.includes(one.text) ? "apart" : null },
          el("span", { class: "text" }, name(one.text)),
          el(
            "span",
            { class: "number" },
            plural(one.count, "time") +
              (one.documents ? " in " + plural(one.documents, "text") : ""),
          ),
          el(
            "button",
            {
              type: "button",
              "data-key": "apart-" + n,
              "aria-pressed": String(apart.includes(one.text)),
              "aria-label": "Split off " + shown(one.text, 60),
              on: { click: () => toggleApart(item, one.text) },
            },
            "Split off ",
            n < 9 ? el("kbd", {}, String(n + 1)) : "",
          ),
        ),
      ),
    ),
  ];
};
const fullOf = (item, decision, apart) => {
  const kind = decision.kind || kindOf(item);
  const form = decision.form || formOf(item, apart);
  const first = firstOf(item, kind, form);
  return first ? first.form + " " + form : "";
};
const drawMention = (item) => [
  el(
    "h2",
    { id: "name" },
    item.status === "edit"
      ? el(
          "span",
          {},
          el("span", { class: "heard" }, "was "),
          el("del", {}, name(item.text)),
          " → ",
          el("span", { class: "heard" }, "now "),
          el("ins", {}, name(item.form)),
        )
      : name(item.text),
  ),
  el("p", { class: "why" }, el("bdi", {}, shown(item.why, 600))),
  facts([
    [
      "what it is",
      {
        edit: "rewritten",
        suggestion: "suggested, and left as it is",
        ambiguous: "one of several, and left as it is",
        kept: "kept",
      }[item.status] || item.status,
    ],
    ["would become", item.status === "edit" || item.form === item.text ? "" : item.form],
    ["row", item.entity || ""],
    ["may be", item.candidates.length > 1 ? item.candidates.join(", ") : ""],
    ["reason", item.reason || ""],
    ["seen", plural(item.count, "time")],
    ["written right", (data.entities[item.entity] || {}).said || ""],
  ]),
];
const drawVerdict = (item, decision) => {
  if (!decision.verdict) return null;
  const form = decision.form ? [" as ", name(decision.form)] : [];
  const entity = decision.entity ? [": ", name(decision.entity)] : [];
  return el(
    "p",
    { class: "verdict" },
    "You have " + VERDICT[decision.verdict] + " it",
    ...form,
    ...entity,
    decision.note ? " (" + shown(decision.note) + ")" : "",
    ".",
  );
};
const meaning = (item) =>
  item.type === "group"
    ? "Accept makes it one name in your table; reject says that these are several names."
    : {
        edit: "Accept leaves the change; reject keeps the spelling as it was; split off says that somebody else is meant.",
        kept: "Accept leaves it as it is; reject keeps the spelling wherever it stands.",
        ambiguous: "Accept asks who is meant; reject keeps the spelling.",
        suggestion:
          {
            alias: "Accept makes the spelling one of this entity; reject keeps it.",
            alone: "Accept says that the short form means this entity; reject keeps it.",
          }[item.needs] ||
          "No table can say it for this one place: accept reminds you to rewrite it by hand; reject keeps it.",
      }[item.status];
const drawActions = (item, decision) => {
  const button = (said, key, act, look, pressed) =>
    el(
      "button",
      {
        type: "button",
        class: look,
        "data-key": said,
        "aria-keyshortcuts": key,
        "aria-pressed": pressed === undefined ? null : String(pressed),
        on: { click: act },
      },
      said + " ",
      el("kbd", {}, key),
    );
  return [
    el("p", { class: "quiet" }, meaning(item)),
    el(
      "div",
      { class: "act", role: "group", "aria-label": "Decide" },
      button("Accept", "a", () => decide("accept"), "yes", decision.verdict === "accept"),
      button("Reject", "r", () => decide("reject"), "no", decision.verdict === "reject"),
      button(item.status === "ambiguous" ? "Who is it?" : "Other form", "f", askForm),
      item.type === "group"
        ? null
        : button("Split off", "s", () => decide("part"), null, decision.verdict === "part"),
      button("Skip", "x", () => decide("skip")),
      button("Undo", "u", takeBack),
    ),
  ];
};
const drawSentences = (item) => {
  const only = (rows[current] || {}).file;
  const places =
    only === undefined
      ? item.places
      : [...item.places].sort((a, b) => (b.file === only) - (a.file === only));
  if (!places.length) return [];
  const rest = item.count - places.length;
  const list = el("ol", { class: "sentences" });
  const more = (from) => {
    for (const place of places.slice(from, from + MOST_SHOWN)) list.append(drawPlace(item, place));
    if (places.length > from + MOST_SHOWN) {
      const button = el(
        "button",
        {
          type: "button",
          on: {
            click: () => {
              button.remove();
              more(from + MOST_SHOWN);
            },
          },
        },
        "Show more",
      );
      list.append(el("li", {}, button));
    }
  };
  more(0);
  return [
    el("h3", {}, "Where it stands"),
    list,
    rest > 0 && item.type !== "group"
      ? el("p", { class: "quiet" }, "And " + plural(rest, "more place") + ", counted only.")
      : null,
  ];
};
const drawPlace = (item, place) => {
  const file = files[place.file];
  const said = file.name + (place.line ? ":" + place.line : "");
  const target =
    file.href &&
    file.href +
      (place.text.length < 100
        ? "#:~:text=" + encodeURIComponent(place.text).replace(/-/g, "%2D")
        : "");
  const words =
    item.status === "edit"
      ? [
          el("span", { class: "heard" }, "was "),
          el("del", {}, name(place.text)),
          " ",
          el("span", { class: "heard" }, "now "),
          el("ins", {}, name(place.becomes || item.form)),
        ]
      : [el("mark", {}, name(place.text))];
  return el(
    "li",
    {},
    el("p", { class: "context" }, el("bdi", {}, shown(place.before), ...words, shown(place.after))),
    el(
      "p",
      { class: "place" },
      target
        ? el("a", { href: target, target: "_blank", rel: "noopener" }, name(said, 200))
        : name(said, 200),
    ),
  );
};
const back = () => {
  document.body.classList.remove("open");
  $("list").focus();
  drawRows();
};
