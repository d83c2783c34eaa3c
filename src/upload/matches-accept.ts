/** True when a file fits an `accept` list; its type is what its content says. */
export function matchesAccept(file: File, type: string, accept: string | undefined): boolean {
  if (!accept?.trim()) return true;
  return accept.split(',').some((entry) => {
    const rule = entry.trim().toLowerCase();
    if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule);
    // HEIF is the container of HEIC; phones and pages use either word.
    if (rule === 'image/heif') return type === 'image/heic';
    return rule === '*/*' || rule === type || (rule === 'image/*' && type.startsWith('image/'));
  });
}
