/** Colours, type and controls. */
export const baseStyle = `:root {
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
`;
