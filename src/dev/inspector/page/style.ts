/** The look of the inspector, light and dark. */
export const inspectorStyle = `:root {
  color-scheme: light dark;
  --ink: light-dark(#17181c, #f0f0f2);
  --muted: light-dark(#5e616b, #a3a6b1);
  --paper: light-dark(#f7f7f5, #111215);
  --card: light-dark(#fff, #1a1b20);
  --line: light-dark(#e4e4df, #2c2e35);
  --tint: light-dark(#efefeb, #24262c);
  --accent: light-dark(#b8480a, #ff9f57);
  --good: light-dark(#157a3c, #66d492);
  --bad: light-dark(#bd1e2c, #ff9494);
  --warn: light-dark(#8a5a00, #f0c060);
  --radius: 0.75rem;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  font:
    0.9375rem / 1.5 ui-sans-serif,
    system-ui,
    -apple-system,
    "Segoe UI",
    Roboto,
    sans-serif;
  font-variant-numeric: tabular-nums;
  accent-color: var(--accent);
}
* {
  box-sizing: border-box;
}
[hidden] {
  display: none !important;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
}
h1,
h2,
h3,
h4,
p,
ul,
ol,
dl,
dd {
  margin: 0;
  padding: 0;
}
ul,
ol {
  list-style: none;
}
h1 {
  font-size: 1.25rem;
  letter-spacing: -0.015em;
}
h2 {
  font-size: 1.0625rem;
  overflow-wrap: anywhere;
}
h3,
h4 {
  font-size: 0.9375rem;
}
code,
pre {
  font: 0.8125rem / 1.5 var(--mono);
}
.muted,
.brand p,
.count,
dt,
time {
  color: var(--muted);
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
button,
select {
  min-block-size: 2.25rem;
  padding: 0.25rem 0.875rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
  background: var(--card);
  color: inherit;
  font: inherit;
  font-size: 0.875rem;
  font-weight: 550;
  cursor: pointer;
}
button:hover {
  background: var(--tint);
}
button:disabled {
  opacity: 0.5;
  cursor: default;
}
button.small {
  min-block-size: 1.75rem;
  padding: 0 0.625rem;
  font-size: 0.8125rem;
}
a {
  color: var(--accent);
}

header,
main,
#problem {
  inline-size: min(76rem, 100% - 2.5rem);
  margin-inline: auto;
}
header {
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0.25rem 1rem;
  padding-block-start: 1.5rem;
}
.brand p {
  font-size: 0.875rem;
}
.pulse {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  align-self: start;
  gap: 0.25rem 0.75rem;
  font-size: 0.875rem;
}
#live::before {
  content: "";
  display: inline-block;
  inline-size: 0.5rem;
  block-size: 0.5rem;
  margin-inline-end: 0.4375rem;
  border-radius: 50%;
  background: var(--muted);
}
#live[data-state="live"]::before {
  background: var(--good);
}
.badge:empty,
.said:empty {
  display: none;
}
.badge {
  padding: 0.0625rem 0.5rem;
  border-radius: 1rem;
  background: color-mix(in srgb, var(--accent) 14%, var(--card));
  color: var(--accent);
  font:
    600 0.75rem / 1.5 ui-sans-serif,
    system-ui,
    sans-serif;
}
nav {
  display: flex;
  grid-column: 1 / -1;
  gap: 1.5rem;
  margin-block-start: 0.75rem;
  border-block-end: 1px solid var(--line);
}
nav a {
  margin-block-end: -1px;
  padding-block: 0.5rem 0.625rem;
  border-block-end: 2px solid transparent;
  color: var(--muted);
  font-weight: 550;
  text-decoration: none;
}
nav a:hover {
  color: var(--ink);
}
nav a[aria-current] {
  border-color: var(--accent);
  color: var(--ink);
}
.count {
  font-weight: 400;
}
main {
  padding-block: 1.5rem 4rem;
}
#problem {
  margin-block-start: 1rem;
  padding: 0.625rem 1rem;
  border: 1px solid currentcolor;
  border-radius: var(--radius);
  color: var(--warn);
}
.empty {
  max-inline-size: 34rem;
  margin-inline: auto;
  padding-block: 4.5rem;
  color: var(--muted);
  text-align: center;
  text-wrap: balance;
}
.empty strong {
  color: var(--ink);
  font-size: 1.0625rem;
}
.more {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: center;
  gap: 0.75rem;
  padding-block-start: 1.5rem;
  color: var(--muted);
}

.grid {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(13rem, 42%), 1fr));
  gap: 1.25rem 1rem;
}
.card {
  display: grid;
  gap: 0.125rem;
  inline-size: 100%;
  padding: 0;
  border: 0;
  border-radius: var(--radius);
  background: none;
  font-weight: 400;
  text-align: start;
}
.card:hover {
  background: none;
}
.tile {
  position: relative;
  display: grid;
  place-items: center;
  aspect-ratio: 4 / 3;
  margin-block-end: 0.375rem;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: repeating-conic-gradient(var(--card) 0 25%, var(--tint) 0 50%) 0 0 / 1rem 1rem;
  transition: border-color 0.15s;
}
.card:hover .tile {
  border-color: var(--muted);
}
.tile img {
  position: absolute;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  object-fit: contain;
}
.tile .badge {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-start: 0.5rem;
}
.tile.draft {
  border-style: dashed;
  border-color: color-mix(in srgb, var(--muted) 55%, transparent);
  background: none;
  color: var(--muted);
  font-weight: 550;
}
.note {
  color: var(--muted);
}
.name,
.card .facts {
  overflow: hidden;
  text-overflow: ellipsis;
  unicode-bidi: isolate;
  white-space: nowrap;
}
.name {
  font-weight: 550;
}
.card .facts {
  color: var(--muted);
  font-size: 0.8125rem;
}

#requests ol {
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--card);
}
#requests ol:empty {
  display: none;
}
.request {
  display: grid;
  grid-template-columns: 4.5rem 2.75rem 4.25rem 7.5rem minmax(0, 1fr) auto;
  align-items: baseline;
  gap: 0.125rem 0.75rem;
  padding: 0.5rem 1rem;
  font-size: 0.875rem;
}
.request + .request {
  border-block-start: 1px solid var(--line);
}
.status,
.method {
  font-weight: 600;
}
.status[data-kind="fine"] {
  color: var(--good);
}
.status[data-kind="refused"] {
  color: var(--warn);
}
.status[data-kind="broken"] {
  color: var(--bad);
}
.host,
.duration {
  color: var(--muted);
}
.path {
  overflow-wrap: anywhere;
}

#account {
  columns: 2 24rem;
  column-gap: 1rem;
}
.panel {
  display: grid;
  gap: 0.75rem;
  margin-block-end: 1rem;
  padding: 1.125rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--card);
  break-inside: avoid;
}
dl > div {
  display: grid;
  grid-template-columns: minmax(8rem, 35%) minmax(0, 1fr);
  gap: 0 0.75rem;
  padding-block: 0.25rem;
}
dd {
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
dt::first-letter {
  text-transform: uppercase;
}
.metadata dd {
  font: 0.8125rem / 1.6 var(--mono);
}
.variant-list li {
  display: grid;
  padding-block: 0.25rem;
}
.keys {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
}
.now {
  margin-inline-end: 0.75rem;
  font-size: 1.0625rem;
  font-weight: 600;
}
.copyable {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25rem 0.625rem;
}
.value {
  overflow-wrap: anywhere;
}
.actions {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.75rem;
}
.said {
  color: var(--good);
  font-size: 0.875rem;
  overflow-wrap: anywhere;
}
.said[data-state="failed"] {
  color: var(--bad);
}

dialog {
  inline-size: min(54rem, 100% - 2rem);
  max-block-size: min(56rem, 100% - 3rem);
  padding: 0;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--card);
  color: inherit;
  box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 22%);
}
dialog[open] {
  display: grid;
}
dialog::backdrop {
  background: rgb(12 12 16 / 45%);
}
.scroll {
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1.25rem 1.5rem 1.5rem;
}
.top {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.25rem 1rem;
}
.scroll > .top {
  flex-wrap: nowrap;
  align-items: start;
}
dialog h2 {
  padding-block: 0.25rem;
  font-size: 1.25rem;
  unicode-bidi: isolate;
}
.close {
  flex: none;
}
.id {
  margin-block-end: 0.875rem;
}
.variants {
  margin-block-start: 1.25rem;
}
.lifetime {
  color: var(--muted);
  font-size: 0.875rem;
}
.lifetime select {
  margin-inline-start: 0.375rem;
  color: var(--ink);
}
.variant {
  display: grid;
  grid-template-columns: 13rem minmax(0, 1fr);
  gap: 1.25rem;
  padding-block: 1rem;
}
.variant + .variant {
  border-block-start: 1px solid var(--line);
}
.variant .tile {
  align-self: start;
  margin: 0;
}
.variant .actions {
  margin-block: 0.5rem;
}
.result:empty {
  min-block-size: 1.5em;
}
summary {
  inline-size: fit-content;
  color: var(--muted);
  font-size: 0.8125rem;
  cursor: pointer;
}
details .facts {
  padding-block: 0.25rem;
  font: 0.75rem / 1.6 var(--mono);
  overflow-wrap: anywhere;
}

@media (width < 40rem) {
  header,
  main,
  #problem {
    inline-size: calc(100% - 2rem);
  }
  .request {
    grid-template-columns: auto auto 1fr auto;
    padding: 0.625rem 0.875rem;
  }
  .request time {
    order: 3;
    text-align: end;
  }
  .request .duration {
    order: 4;
  }
  .request .host {
    display: none;
  }
  .request .path {
    grid-column: 1 / -1;
    order: 5;
  }
  dialog {
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
  .scroll {
    padding: 1rem;
  }
  .variant {
    grid-template-columns: 1fr;
    gap: 0.625rem;
  }
  dl > div {
    grid-template-columns: 1fr;
  }
}
@media (pointer: coarse) {
  button,
  button.small,
  select {
    min-block-size: 2.75rem;
  }
}
@media (prefers-reduced-motion) {
  * {
    transition: none !important;
  }
}
`;
