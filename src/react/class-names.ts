/** Our class, which `styles.css` and focus moves look for, and then the caller's. */
export function classNames(own: string, given: string | undefined): string {
  return given ? `${own} ${given}` : own;
}
