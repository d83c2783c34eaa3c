/** The cards. */
export const imagesStyle = `.drafts {
  margin-block-end: 1.5rem;
}
.drafts p {
  font-size: 0.875rem;
}
.drafts ul {
  max-block-size: 11.5rem;
  margin-block-start: 0.625rem;
  overflow: auto;
  border: 1px dashed color-mix(in srgb, var(--muted) 55%, transparent);
  border-radius: var(--radius);
}
.draft {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 1rem;
  inline-size: 100%;
  padding: 0.4375rem 1rem;
  border: 0;
  border-radius: var(--radius);
  background: none;
  font-weight: 400;
  text-align: start;
}
.draft:focus-visible {
  outline-offset: -2px;
}
.draft code {
  overflow-wrap: anywhere;
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
  background: var(--tint);
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
.tile:not([data-state="broken"]) > .note {
  display: none;
}
.tile[data-state="broken"] > img {
  visibility: hidden;
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
`;
