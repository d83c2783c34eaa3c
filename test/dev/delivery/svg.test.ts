import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafeCss } from '../../../src/dev/delivery/svg/safe-css.js';
import { sanitizeSvg } from '../../../src/dev/delivery/svg/sanitize-svg.js';
import { looksLikeSvg } from '../../../src/dev/render/svg-root.js';
import { bodyOf, chromeAccept, explained, setStage } from './stage.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const clean = (text: string) => new TextDecoder().decode(sanitizeSvg(bytesOf(text)));
const inSvg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${content}</svg>`;
const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">';
const cleanInside = (content: string) => {
  const text = clean(inSvg(content));
  expect(text.startsWith(head)).toBe(true);
  return text.slice(head.length, -'</svg>'.length);
};

describe('what draws stays', () => {
  test.each([
    ['<path d="M0 0h10v10z" fill="#f00" stroke="url(#g)"/>'],
    [
      '<g transform="rotate(45)"><circle cx="5" cy="5" r="2" style="fill:red;opacity:.5"></circle></g>',
    ],
    ['<text x="1" y="2" font-family="sans-serif">a &lt; b &amp; c</text>'],
    [
      '<defs><linearGradient id="g"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient></defs>',
    ],
    ['<use href="#shape"/>'],
    ['<use xlink:href="#shape"/>'],
    ['<image href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['<style>.a{fill:url(#g)}@media (min-width: 10px){.a{fill:red}}</style>'],
    [
      '<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA) format("woff2")}</style>',
    ],
    ['<animate attributeName="opacity" values="0;1" dur="1s"/>'],
    ['<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'],
    ['<title>A drawing</title>'],
  ])('%s', (content) => {
    expect(cleanInside(content)).toBe(content);
  });

  test('a link becomes a group, and shows what it held', () => {
    expect(cleanInside('<a href="https://example.com" fill="red"><path d="M0 0"/></a>')).toBe(
      '<g fill="red"><path d="M0 0"/></g>',
    );
  });

  test('the prefix of the root is taken away', () => {
    const text = clean(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0"/><path d="M1 1"/></s:svg>',
    );
    expect(text).toMatch(/^<svg [^>]*><path d="M0 0"\/><\/svg>$/);
  });

  test('comments, instructions, CDATA and a DOCTYPE without declarations are no obstacle', () => {
    const text = clean(
      `\uFEFF<?xml version="1.0" encoding="utf-8"?><!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      ${inSvg('<style><![CDATA[.a > .b{fill:red}]]></style><!-- x --><text>caf\u00e9 &#233;</text>')}\n`,
    );
    expect(text).toContain('<style>.a &gt; .b{fill:red}</style><text>caf\u00e9 \u00e9</text>');
    expect(text).not.toMatch(/<!|<\?/);
  });

  test('is the same when it is cleaned again', () => {
    const once = clean(
      inSvg('<a href="x"><text>a &amp; b</text></a><style>.a &gt; b{fill:red}</style>'),
    );
    expect(clean(once)).toBe(once);
  });
});

describe('what acts is gone', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['<script href="https://evil.example/x.js"/>'],
    ['<SCRIPT>alert(1)</SCRIPT>'],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'],
    [
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
    ],
    ['<foreignObject><path d="M0 0"/></foreignObject>'],
    ['<iframe src="https://evil.example"/>'],
    ['<metadata><path d="M0 0"/></metadata>'],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'],
    ['<handler type="text/javascript">alert(1)</handler>'],
    ['<set attributeName="onmouseover" to="alert(1)"/>', '<set to="alert(1)"/>'],
  ])('%s', (content, expected = '') => {
    const text = cleanInside(content);
    expect(text === expected || !/alert|script|evil|path/i.test(text)).toBe(true);
  });

  test.each([
    'onload="alert(1)"',
    'ONLOAD="alert(1)"',
    'onclick = "alert(1)"',
    'href="javascript:alert(1)"',
    'href="&#106;avascript:alert(1)"',
    'href="java&#x0A;script:alert(1)"',
    'xlink:href="https://evil.example/a.svg#x"',
    'href="//evil.example/a.svg"',
    'href="data:text/html,alert(1)"',
    'href="data:image/svg+xml;base64,AAAA"',
    'href="file.svg#x"',
    'fill="url(https://evil.example/a.svg#x)"',
    'fill="url(//evil.example)"',
    'fill="URL( \'https://evil.example\' )"',
    'fill="u\\72l(https://evil.example)"',
    'fill="url(#ok) url(https://evil.example)"',
    'style="background:url(https://evil.example)"',
    'style="background:u\\000072l(https://evil.example)"',
    'style="background:image-set(\'https://evil.example\' 1x)"',
    'style="x:expression(alert(1))"',
    'style="behavior:url(#evil)"',
    "style=\"content:'/*';background:url(https://evil.example);x:'*/'\"",
    'filter="url(evil.svg#f)"',
    'xml:base="https://evil.example"',
    'xmlns="http://www.w3.org/1999/xhtml"',
    'xmlns:xlink="http://evil.example"',
    'src="https://evil.example"',
    'formaction="javascript:alert(1)"',
  ])('the attribute %s', (attribute) => {
    const text = cleanInside(`<path ${attribute} d="M0 0"/><image ${attribute}/>`);
    expect(text).toBe('<path d="M0 0"/><image/>');
  });

  test.each([
    '@import "https://evil.example/a.css";',
    '@import url(https://evil.example/a.css);',
    '.a{background:url(https://evil.example)}',
    '.a{background:url("https://evil.example/#ok")}',
    '@\\69mport "https://evil.example"',
    '.a{background:/*url(#a)*/url(https://evil.example)}',
    '@font-face{src:url(https://evil.example/font.woff2)}',
    '@namespace url(https://evil.example);',
    '.a{background:src("https://evil.example")}',
    '.a{background:cross-fade("https://evil.example", red)}',
  ])('the style %s', (css) => {
    expect(cleanInside(`<style>${css}</style>`)).toBe('<style></style>');
  });

  test('an animation cannot change a link', () => {
    expect(cleanInside('<animate attributeName="href" to="#a"/>')).not.toContain('attributeName');
    expect(cleanInside('<animate attributeName="xlink:href" values="javascript:alert(1)"/>')).toBe(
      '<animate/>',
    );
  });
});

describe('what cannot be read safely is refused', () => {
  test.each([
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY x "y">]>${inSvg('&x;')}`],
    [
      'an entity bomb',
      `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${inSvg('<text>&b;</text>')}`,
    ],
    [
      'an external entity',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inSvg('&x;')}`,
    ],
    ['an unknown entity', inSvg('&nbsp;')],
    ['a bare ampersand', inSvg('<text>a & b</text>')],
    ['tags that cross', inSvg('<g><path></g></path>')],
    ['an end too early', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['two roots', `${inSvg('')}${inSvg('')}`],
    ['text after the root', `${inSvg('')}text`],
    ['an attribute without quotes', inSvg('<path d=M0/>')],
    ['an attribute twice', inSvg('<path d="M0" d="M1"/>')],
    ['an attribute without a value', inSvg('<path hidden/>')],
    ['a < in an attribute', inSvg('<path d="<script>"/>')],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['a character that is none', inSvg('<text>&#0;</text>')],
    ['half a surrogate', inSvg('<text>&#xD800;</text>')],
    ['nesting without end', inSvg('<g>'.repeat(300) + '</g>'.repeat(300))],
    ['an unknown encoding', `<?xml version="1.0" encoding="utf-7"?>${inSvg('')}`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(() => clean(text)).toThrow(expect.objectContaining({ code: 9412, status: 415 }));
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Uint8Array.from([...bytesOf(inSvg('')), 0xff]);
    expect(() => sanitizeSvg(bytes)).toThrow('not text in utf-8');
  });

  test('a file over the size limit', () => {
    expect(() => clean(inSvg(`<path d="${'M0 0'.repeat(3_000_000)}"/>`))).toThrow(
      'larger than 10 MB',
    );
  });
});

test('whatever is put together, nothing active comes out', () => {
  const piece = fc.constantFrom(
    '<script>',
    '</script>',
    '<g ',
    '<path ',
    '>',
    '/>',
    '</g>',
    '</a>',
    '<a ',
    'onload="x"',
    "onload='x'",
    'href="javascript:x"',
    'style="a:url(//x)"',
    '<style>',
    '</style>',
    '@import "x";',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;script&gt;',
    '"',
    "'",
    ' ',
    '<foreignObject>',
    '</foreignObject>',
    'xlink:href="#a"',
    '&#60;script&#62;',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      let text = '';
      try {
        text = cleanInside(pieces.join(''));
      } catch (error) {
        expect(error).toMatchObject({ code: 9412 });
        return;
      }
      expect(text).not.toMatch(/<(?:script|foreignObject|a[\s>]|!)/i);
      expect(text).not.toMatch(/<[^>]*(?:\s(?:on\w+|style)=|javascript)|<style>[^<]*@import/i);
    }),
    { numRuns: 3000 },
  );
});

describe('an SVG on delivery', () => {
  const drawing = bytesOf(
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script><path d="M0 0"/></svg>',
  );
  const furnished = async (fields = {}) => {
    const stage = await setStage();
    await stage.addImage('drawing', drawing, fields);
    return stage;
  };

  test.each(['public', 'no-such-variant', 'w=10,format=webp', 'w=10,format=json'])(
    'ignores what is asked for: %s',
    async (last) => {
      const stage = await furnished();
      const answer = await stage.get(`/hash/drawing/${last}`, {
        headers: { accept: chromeAccept },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml');
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(explained(answer).get('svg')).toMatch(/options ignored/);
      const text = new TextDecoder().decode(await bodyOf(answer));
      expect(text).toContain('<path d="M0 0"/>');
      expect(text).not.toContain('script');
      expect(stage.counts.rendered).toBe(0);
    },
  );

  test('is private when it is', async () => {
    const stage = await furnished({ requireSignedURLs: true });
    expect((await stage.get('/hash/drawing/no-such-variant')).status).toBe(403);
  });

  test('is refused, not passed through, when it cannot be read', async () => {
    const stage = await setStage();
    await stage.addImage('bad', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'));
    const answer = await stage.get('/hash/bad/public');
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([415, 'err=9412']);
  });

  test('is cleaned once', async () => {
    const stage = await furnished();
    const first = await stage.get('/hash/drawing/public');
    const second = await stage.get('/hash/drawing/w=10');
    expect(explained(second).get('cache')).toBe('hit');
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  });
});

// Quadratic, each of them would hold the process for the better part of a minute.
test('a hostile style sheet or prolog is read in one pass', { timeout: 15_000 }, () => {
  expect(isSafeCss('a'.repeat(200_000))).toBe(true);
  const prolog = `<!DOCTYPE ${'a'.repeat(64_000)}`;
  for (let times = 0; times < 10; times += 1) expect(looksLikeSvg(bytesOf(prolog))).toBe(false);
});
