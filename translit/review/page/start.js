// The page itself: its choices, and what its parts listen to.
const choices = (select, pairs) =>
  select.append(...pairs.map(([value, said]) => el("option", { value }, said)));
const met = new Set(items.map((item) => item.status));
choices($("show"), [
  ["", "All"],
  ["open", "Not decided"],
  ["decided", "Decided"],
  ...(met.has("new")
    ? [
        ["sure", "Sure"],
        ["unsure", "Not sure"],
      ]
    : []),
  ...[
    ["edit", "Edits"],
    ["suggestion", "Suggested"],
    ["ambiguous", "One of several"],
    ["kept", "Kept"],
  ].filter(([status]) => met.has(status)),
]);
const kinds = [...new Set(items.map((item) => item.kind).filter(Boolean))].sort();
choices($("kind"), [["", "All kinds"], ...kinds.map((one) => [one, one])]);
$("kind").parentElement.hidden = kinds.length < 2;
$("keys").append(
  ...KEYS.map(([key, said]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, ...key.split(" ").flatMap((one) => [el("kbd", {}, one), " "])),
      el("td", {}, said),
    ),
  ),
);
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
$("single").addEventListener("change", () => {
  keysOn = $("single").checked;
  store.write("translit-review:keys", keysOn ? "on" : "off");
});
$("who").value = store.read("translit-review:who") || "";
let waiting = false;
$("list").addEventListener("scroll", () => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawRows();
    });
  }
});
addEventListener("resize", drawRows);
addEventListener("beforeunload", (event) => {
  if (unsaved && !kept) event.preventDefault();
});
try {
  for (const [id, decision] of JSON.parse(store.read(storeKey) || "[]"))
    if (byId.has(id)) decisions.set(id, decision);
} catch {
  decisions.clear();
}
arrange();
$("list").focus();
