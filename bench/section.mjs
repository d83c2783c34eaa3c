/**
 * What one benchmark reports.
 * @typedef {object} Section
 * @property {string} title
 * @property {string} about what was measured, in a sentence or two
 * @property {readonly string[]} columns
 * @property {readonly (readonly string[])[]} rows
 * @property {readonly Target[]} [targets]
 *
 * @typedef {object} Target
 * @property {string} wanted
 * @property {string} found
 * @property {boolean} met
 */

/** @param {number} value @param {number} [digits] */
export const round = (value, digits = 1) => value.toFixed(digits);

/** With a comma for thousands. @param {number} value */
export const whole = (value) => Math.round(value).toLocaleString('en-US');

/** @param {Section} section */
export function toMarkdown({ title, about, columns, rows, targets = [] }) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = line(columns.map((_, at) => (at === 0 ? '---' : '---:')));
  const table = [line(columns), rule, ...rows.map(line)].join('\n');
  const list = targets.map(({ wanted, found, met }) => {
    return `- ${met ? 'met' : '**missed**'}: ${wanted}. Found: ${found}.`;
  });
  return [`### ${title}`, about, table, list.join('\n')].filter((part) => part !== '').join('\n\n');
}
