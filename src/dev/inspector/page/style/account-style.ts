/** The panels of the account. */
export const accountStyle = `#account {
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
  grid-template-columns: 10.5rem minmax(0, 1fr);
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
`;
