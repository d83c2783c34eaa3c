/** The head of the page, and what every section has. */
export const headerStyle = `header,
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
  display: inline-block;
  white-space: nowrap;
  padding: 0.0625rem 0.5rem;
  border-radius: 1rem;
  background: color-mix(in srgb, var(--accent) 9%, var(--card));
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
`;
