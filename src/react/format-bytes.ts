const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * A number of bytes in words: "512 bytes", "180 kB", "2.4 MB". Steps of 1024, so that the
 * published limit, 10 * 1024 * 1024, reads as the "10 MB" that Cloudflare's page says.
 */
export function formatBytes(bytes: number, locale = 'en'): string {
  let step = 0;
  while (bytes >= 1024 ** (step + 1) && step < units.length - 1) step++;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1024 ** step);
}
