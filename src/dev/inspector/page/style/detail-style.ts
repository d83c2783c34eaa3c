/** The dialog about one image. */
export const detailStyle = `dialog {
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
dialog dl {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(8.25rem, 45%), 1fr));
  gap: 0.75rem 1rem;
}
dialog dl > div {
  display: block;
  padding: 0;
}
dialog dl > .metadata {
  grid-column: 1 / -1;
}
dialog dd {
  font-size: 0.875rem;
}
dialog dt {
  font-size: 0.8125rem;
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
  grid-template-columns: minmax(6.5rem, 13rem) minmax(0, 1fr);
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
.variant .tile img {
  inset: 0;
  inline-size: auto;
  block-size: auto;
  max-inline-size: 100%;
  max-block-size: 100%;
  margin: auto;
  background: repeating-conic-gradient(var(--card) 0 25%, var(--tint) 0 50%) 0 0 / 1rem 1rem;
}
.variant .actions {
  margin-block: 0.5rem;
}
.result:empty {
  min-block-size: 1.5em;
}
summary {
  margin-block-start: 0.375rem;
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
`;
