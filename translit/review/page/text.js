// What all parts share: the data, and text of strangers as it may be shown.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const ROW = 64,
  SPARE = 8,
  MOST_SHOWN = 60,
  LONGEST = 400;
const KEYS = [
  ["j ↓", "next name"],
  ["k ↑", "name before"],
  ["a", "accept"],
  ["r", "reject"],
  ["f", "accept another form, or say who is meant"],
  ["s", "split off: not this name (of several spellings: 1 – 9)"],
  ["g", "gender of a person"],
  ["x", "skip"],
  ["u", "undo"],
  ["v", "by name or by file"],
  ["/", "search"],
  ["n", "next name that is not decided"],
  ["d", "save the decisions"],
  ["?", "this help"],
  ["Esc", "back to the names"],
];
const STATUS = {
  new: "new",
  edit: "edit",
  suggestion: "suggested",
  ambiguous: "who?",
  kept: "kept",
};
const VERDICT = { accept: "accepted", reject: "rejected", part: "split off", skip: "skipped" };
const KINDS = ["person", "place", "organization", "other"];
const items = data.items,
  files = data.files;
const byId = new Map(items.map((item) => [item.id, item]));
const storeKey = "translit-review:" + data.state.page;
const decisions = new Map();
const undo = [];
let rows = [],
  current = -1,
  view = data.view,
  unsaved = false,
  keysOn = true,
  kept = true;

// Text of strangers: what would steer a line is shown as its code, and no text is endless.
const UNSHOWN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
const shown = (text, most = LONGEST) => {
  text = String(text);
  const rest = text.length - most;
  if (rest > 0)
    text =
      text.slice(0, most).replace(/[\ud800-\udbff]$/, "") +
      "… (" +
      rest.toLocaleString("en") +
      " more)";
  return text.replace(UNSHOWN, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
};
const el = (tag, attrs = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attrs)) {
    if (key === "on")
      for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (key === "top") made.style.top = value + "px";
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};
const name = (text, most) => el("bdi", {}, shown(text, most));
const plural = (n, word) => n.toLocaleString("en") + " " + word + (n === 1 ? "" : "s");
const say = (text) => {
  $("said").textContent = "";
  requestAnimationFrame(() => {
    $("said").textContent = text;
  });
};

const store = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      kept = false;
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      kept = false;
    }
  },
};
