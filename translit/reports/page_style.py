"""How the HTML report looks: one column, light or dark as the reader has it, no script."""

STYLE = """
:root {
  --paper: #fff; --ink: #1b1b1f; --quiet: #5b5b66; --line: #d9d9e0; --link: #0b57d0;
  --was: #a40e26; --was-paper: #ffe9ec; --now: #0a6b2d; --now-paper: #e3f7e8; --bar: #7a9ad6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16161a; --ink: #ececf1; --quiet: #a9a9b6; --line: #3a3a44; --link: #9ec1ff;
    --was: #ffb3bd; --was-paper: #4a1820; --now: #a5e8b9; --now-paper: #123d20; --bar: #5877b5;
  }
}
* { box-sizing: border-box }
body {
  margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; margin: .5rem 0 } h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem } small, .why, .place { color: var(--quiet) }
small { font-weight: normal } a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0 }
nav a { display: inline-block; padding: .4rem 0 }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0 }
.figures div { display: flex; flex-direction: column-reverse } .figures dd {
  margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums }
.figures dt { color: var(--quiet) }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
caption { text-align: left; color: var(--quiet); padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--line) }
thead th { border-bottom-width: 2px; white-space: nowrap }
.number { font-variant-numeric: tabular-nums }
tbody th { font-weight: 600; min-width: 7rem }
.bars { list-style: none; margin: 0; padding: 0; min-width: 13rem }
.bars li { display: grid; grid-template-columns: 9rem 1fr 3rem; gap: .5rem; align-items: center }
.bar { height: .7rem; width: var(--share); background: var(--bar); border-radius: 2px }
.canonical .bar { background: var(--now) } .count { font-variant-numeric: tabular-nums }
.samples { padding-left: 0; list-style: none }
.samples li { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .75rem; margin: .75rem 0 }
.samples p { margin: 0 } .why { font-size: .9rem } .place { font-size: .85rem }
del { color: var(--was); background: var(--was-paper); padding: 0 .15em }
ins { color: var(--now); background: var(--now-paper); padding: 0 .15em; text-decoration: none;
  font-weight: 600 }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@media (max-width: 34rem) {
  .bars li { grid-template-columns: 1fr auto; gap: 0 .5rem } .bars { min-width: 8rem }
  .bar { grid-row: 2; grid-column: 1 / 3; margin-bottom: .3rem }
  tbody th { min-width: 5rem } th, td { padding-right: .5rem }
}
@media print { nav { display: none } }
"""
