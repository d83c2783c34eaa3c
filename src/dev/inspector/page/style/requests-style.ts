/** The request log. */
export const requestsStyle = `#requests ol {
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
`;
