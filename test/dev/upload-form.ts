/** A form as a browser or curl would send it. Builds, never asserts. */
export function uploadForm(fields: Record<string, string | Blob>, fileName = 'cat.png'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, fileName);
  }
  return form;
}
