/** Whether the hints of a Chromium browser say that its connection is slow, or should be spared. */
export function isSlowConnection(headers: Headers): boolean {
  const number = (name: string) => Number(headers.get(name) ?? Number.NaN);
  return (
    number('rtt') > 150 ||
    headers.get('save-data') === 'on' ||
    /^(?:slow-2g|2g|3g)$/.test(headers.get('ect') ?? '') ||
    number('downlink') < 5
  );
}
