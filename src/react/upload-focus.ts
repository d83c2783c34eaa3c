/**
 * Moves focus out of a row that is about to go: to the button of the next row, else to the
 * trigger.
 */
export function focusAfterRow(inRow: Element): void {
  const next = inRow.closest('.cf-upload-item')?.nextElementSibling;
  // The same kind of button first: pressing it again takes off the next one.
  const button =
    next?.querySelector<HTMLElement>('.cf-upload-remove') ??
    next?.querySelector<HTMLElement>('button');
  if (button) button.focus();
  else focusTrigger(inRow);
}

/** Moves focus to the button that opens the picker of the same widget. */
export function focusTrigger(within: Element): void {
  within.closest('.cf-upload')?.querySelector<HTMLElement>('.cf-upload-trigger')?.focus();
}
