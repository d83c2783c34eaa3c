// Runs one benchmark and hands its result to the parent.
const name = process.argv[2] ?? '';
/** @type {{ default: () => Promise<import('./section.mjs').Section> }} */
const benchmark = await import(new URL(`${name}.mjs`, import.meta.url).href);
const section = await benchmark.default();
if (process.send) process.send(section, () => process.exit(0));
else console.log(section);
