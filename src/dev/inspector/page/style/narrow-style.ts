/** Phones, fingers, and people who want no motion. */
export const narrowStyle = `@media (width < 40rem) {
  header,
  main,
  #problem {
    inline-size: calc(100% - 2rem);
  }
  .request {
    grid-template-columns: auto auto 1fr auto auto;
    padding: 0.625rem 0.875rem;
  }
  .request time {
    order: 3;
    text-align: end;
  }
  .request .duration {
    order: 4;
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
    grid-template-columns: 6.5rem minmax(0, 1fr);
    gap: 0.875rem;
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
