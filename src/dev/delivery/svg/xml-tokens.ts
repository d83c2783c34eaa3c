/** A piece of an XML document; comments and instructions are not worth one. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** The document is not XML as we are willing to read it. */
export class XmlRefusal extends Error {}

const namePattern = '[A-Za-z_][\\w.:-]*';
const comment = /<!--[\s\S]*?-->/y;
const instruction = /<\?[\s\S]*?\?>/y;
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const doctype = /<!DOCTYPE(?:[^[<>"']|"[^"<>]*"|'[^'<>]*')*>/iy;
const close = new RegExp(`</(${namePattern})\\s*>`, 'y');
const open = new RegExp(
  `<(${namePattern})((?:\\s+${namePattern}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'y',
);
const text = /[^<]+/y;
const attribute = new RegExp(`(${namePattern})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeReference(reference: string): string {
  const numeric = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(reference);
  if (numeric === null) {
    const character = entities.get(reference);
    if (character === undefined)
      throw new XmlRefusal(`it uses the entity &${reference.slice(0, 20)};`);
    return character;
  }
  const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (surrogate || control || code > 0x10ffff) throw new XmlRefusal('it refers to no character');
  return String.fromCodePoint(code);
}

function decode(raw: string): string {
  return raw.replace(/&([^;&]*);?/g, (_, reference: string) => decodeReference(reference));
}

function readAttributes(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of raw.matchAll(attribute)) {
    if (attributes.has(name)) throw new XmlRefusal(`it gives ${name} twice`);
    attributes.set(name, decode(double ?? single ?? ''));
  }
  return attributes;
}

/**
 * Reads XML strictly and yields only what has a meaning: anything that a browser's parser
 * might see differently is an error, not a guess. No entity can be declared, so none can grow;
 * a DOCTYPE without declarations, as old drawing programs write it, is skipped.
 *
 * @throws XmlRefusal
 */
export function* xmlTokens(document: string): Generator<XmlToken> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < document.length) {
    const plain = take(text);
    if (plain !== null) {
      yield { kind: 'text', text: decode(plain[0]) };
      continue;
    }
    if (take(comment) ?? take(instruction) ?? take(doctype)) continue;
    const section = take(cdata);
    const end = section ?? take(close);
    const start = end ?? take(open);
    if (section !== null) yield { kind: 'text', text: section[1] ?? '' };
    else if (end !== null) yield { kind: 'close', name: end[1] ?? '' };
    else if (start !== null) {
      const [, name = '', attributes = '', slash] = start;
      yield { kind: 'open', name, attributes: readAttributes(attributes), closed: slash === '/' };
    } else throw new XmlRefusal(`it is not plain XML near character ${at}`);
  }
}
