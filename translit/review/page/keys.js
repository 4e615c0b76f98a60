// Another form, or who is meant; and what each key does.
// Another form, or who is meant
let asked = null;
const askForm = () => {
  const item = here();
  if (!item) return;
  asked = item;
  const decision = decisions.get(item.id) || {},
    isWho = item.status === "ambiguous";
  $("other-name").textContent = isWho ? "Who is it?" : "Another form";
  $("form").value = (isWho ? decision.entity || "" : decision.form || item.form).slice(0, 1000);
  $("note").value = decision.note || "";
  const choices = isWho
    ? item.candidates
    : item.type === "group"
      ? item.spellings.map((one) => one.text)
      : [item.form, item.text];
  $("forms").replaceChildren(
    ...[...new Set(choices)].slice(0, 9).map((text) =>
      el(
        "button",
        {
          type: "button",
          on: {
            click: () => {
              $("form").value = text;
              $("other-ok").focus();
            },
          },
        },
        name(text, 80),
      ),
    ),
  );
  $("other").returnValue = "no";
  $("other").showModal();
  $("form").select();
};
$("other").addEventListener("close", () => {
  const value = $("form").value.trim().replace(/\s+/g, " ");
  if ($("other").returnValue !== "ok" || !asked || !value) {
    $("list").focus();
    return;
  }
  const note = $("note").value.trim();
  if (asked.status === "ambiguous") {
    if (!asked.candidates.includes(value)) {
      say("Choose one of " + asked.candidates.join(", "));
      return;
    }
    decide("accept", { entity: value, note });
  } else decide("accept", value === asked.form ? { note, form: "" } : { form: value, note });
  $("list").focus();
});

// Keys
const act = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  PageDown: () => {
    for (let n = 0; n < 8; n++) step(1);
  },
  PageUp: () => {
    for (let n = 0; n < 8; n++) step(-1);
  },
  Home: () => {
    current = -1;
    step(1);
  },
  End: () => {
    current = rows.length;
    step(-1);
  },
  a: () => decide("accept"),
  r: () => decide("reject"),
  f: askForm,
  x: () => decide("skip"),
  u: takeBack,
  d: askSave,
  s: () => {
    const item = here();
    if (!item) return;
    if (item.type === "group") {
      const first = $("detail").querySelector(".spellings button");
      if (first) first.focus();
      say("Split off: press the number of a spelling, or go to its button");
    } else decide("part");
  },
  g: () => {
    const item = here();
    if (!item || item.type !== "group") return;
    const now = decisions.get(item.id) || {};
    const was = "gender" in now ? now.gender : item.gender || "";
    setField(item, "gender", { "": "f", f: "m", m: "" }[was]);
  },
  n: () => step(1, true),
  v: () => turn(view === "file" ? "entity" : "file"),
  "/": () => $("query").focus(),
  "?": () => $("help").showModal(),
  Enter: () => {
    document.body.classList.add("open");
    $("detail").focus();
  },
  Escape: back,
};
const MOVES = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "Enter", "Escape"];
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
    return;
  const target = event.target,
    typing = target.matches("input, select, textarea");
  if (typing && event.key === "Escape") {
    $("list").focus();
    return;
  }
  if (typing && target.id === "query" && (event.key === "Enter" || event.key === "ArrowDown")) {
    event.preventDefault();
    $("list").focus();
    return;
  }
  if (typing) return;
  if (
    MOVES.includes(event.key) &&
    target !== $("list") &&
    target !== document.body &&
    event.key !== "Escape"
  )
    return;
  if (!keysOn && !MOVES.includes(event.key)) return;
  const item = here();
  if (/^[1-9]$/.test(event.key) && item && item.type === "group" && item.spellings[event.key - 1]) {
    event.preventDefault();
    toggleApart(item, item.spellings[event.key - 1].text);
    return;
  }
  const run = act[event.key];
  if (run) {
    event.preventDefault();
    run();
  }
});
const turn = (to) => {
  view = to;
  for (const radio of document.querySelectorAll("[name=view]")) radio.checked = radio.value === to;
  arrange();
  show();
  drawRows();
  say("Arranged by " + (to === "file" ? "file" : "name"));
};
