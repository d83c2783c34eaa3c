import sharp from 'sharp';

/** A form as a browser or curl would send it. */
export function form(fields: Record<string, string | Blob> = {}, fileName = 'cat.png'): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') made.set(name, value);
    else made.set(name, value, fileName);
  }
  return made;
}

/** A JSON body with its header. */
export function json(body: unknown): { body: string; headers: Record<string, string> } {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** A small picture; another colour is another picture. */
export async function picture({ width = 40, height = 20, color = '#3070a0' } = {}): Promise<Blob> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
}
