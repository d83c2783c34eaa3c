import { isSafeAttribute } from './safe-attribute.js';
import { isSafeCss } from './safe-css.js';
import { allowedElements } from './svg-names.js';
import { XmlRefusal, type XmlToken } from './xml-tokens.js';

type OpenToken = Extract<XmlToken, { kind: 'open' }>;

interface OpenElement {
  /** As it is called in the source. */
  name: string;
  /** As it was written; undefined for one that is dropped with all it holds. */
  written: string | undefined;
}

const maxDepth = 256;

const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The name without the prefix that the root binds to SVG; undefined for any other prefix. */
function localName(name: string, prefix: string): string | undefined {
  if (prefix !== '') return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  return name.includes(':') ? undefined : name;
}

function writeTag(written: string, source: string, { attributes, closed }: OpenToken): string {
  const kept = [...attributes].filter(([name, value]) => {
    return !(source === 'a' && name.includes('href')) && isSafeAttribute(written, name, value);
  });
  const text = kept.map(([name, value]) => {
    return ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`;
  });
  return `<${written}${written === 'svg' ? ` ${namespaces}` : ''}${text.join('')}${closed ? '/' : ''}>`;
}

/**
 * Writes what is known to draw, and balances as it goes.
 *
 * @throws XmlRefusal for a document that is not one well-formed SVG
 */
export function writeSvg(tokens: Iterable<XmlToken>): string {
  const pieces: string[] = [];
  const stack: OpenElement[] = [];
  let prefix: string | undefined;
  let css = '';

  function openElement(token: OpenToken): void {
    const parent = stack.at(-1);
    if (stack.length >= maxDepth) throw new XmlRefusal(`it is nested deeper than ${maxDepth}`);
    if (parent === undefined && prefix !== undefined) throw new XmlRefusal('it has two roots');
    const isRoot = prefix === undefined;
    prefix ??= token.name.slice(0, token.name.lastIndexOf(':') + 1);
    const source = localName(token.name, prefix);
    if (isRoot && source !== 'svg') throw new XmlRefusal('its root is not svg');
    // A link becomes a group: what it holds is still shown.
    const wanted = source === 'a' ? 'g' : source;
    const dropped = !isRoot && (parent?.written === undefined || parent.written === 'style');
    const known = source !== undefined && wanted !== undefined && allowedElements.has(wanted);
    const written = known && !dropped ? wanted : undefined;
    if (known && written !== undefined) pieces.push(writeTag(written, source, token));
    if (!token.closed) stack.push({ name: token.name, written });
  }

  function closeElement(name: string): void {
    const element = stack.pop();
    if (element?.name !== name) throw new XmlRefusal(`</${name}> closes nothing`);
    if (element.written === undefined) return;
    if (element.written === 'style') {
      if (isSafeCss(css)) pieces.push(escapeText(css));
      css = '';
    }
    pieces.push(`</${element.written}>`);
  }

  function addText(text: string): void {
    const parent = stack.at(-1);
    if (parent === undefined && text.replace(/^\uFEFF/, '').trim() !== '') {
      throw new XmlRefusal('text stands outside its root');
    }
    // Style sheets are judged whole: half a rule may be harmless on its own.
    if (parent?.written === 'style') css += text;
    else if (parent?.written !== undefined) pieces.push(escapeText(text));
  }

  for (const token of tokens) {
    if (token.kind === 'open') openElement(token);
    else if (token.kind === 'close') closeElement(token.name);
    else addText(token.text);
  }
  if (prefix === undefined || stack.length > 0) throw new XmlRefusal('it ends too early');
  return pieces.join('');
}
