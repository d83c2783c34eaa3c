import { inspectorHeaders } from './answer-json.js';
import { inspectorPage } from './page/page.js';
import { accountScript } from './page/script/account.js';
import { copyScript } from './page/script/copy.js';
import { detailScript } from './page/script/detail.js';
import { elementsScript } from './page/script/elements.js';
import { imagesScript } from './page/script/images.js';
import { mainScript } from './page/script/main.js';
import { requestsScript } from './page/script/requests.js';
import { variantsScript } from './page/script/variants.js';
import { wordsScript } from './page/script/words.js';
import { inspectorStyle } from './page/style.js';

// Nothing inline, nothing from elsewhere, and no text ever becomes HTML or script: with trusted
// types required and none allowed, the browser throws at innerHTML and its kin.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const html = {
  'content-type': 'text/html;charset=UTF-8',
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};
const css = { 'content-type': 'text/css;charset=UTF-8' };
const script = { 'content-type': 'text/javascript;charset=UTF-8' };

const assets = new Map<string, { text: string; headers: Readonly<Record<string, string>> }>([
  ['/', { text: inspectorPage, headers: html }],
  ['/style.css', { text: inspectorStyle, headers: css }],
  ['/script/main.js', { text: mainScript, headers: script }],
  ['/script/account.js', { text: accountScript, headers: script }],
  ['/script/copy.js', { text: copyScript, headers: script }],
  ['/script/detail.js', { text: detailScript, headers: script }],
  ['/script/elements.js', { text: elementsScript, headers: script }],
  ['/script/images.js', { text: imagesScript, headers: script }],
  ['/script/requests.js', { text: requestsScript, headers: script }],
  ['/script/variants.js', { text: variantsScript, headers: script }],
  ['/script/words.js', { text: wordsScript, headers: script }],
]);

/** The page and the files it is made of: the same for everyone, so nobody is refused. */
export function findAsset(path: string): (() => Response) | undefined {
  const asset = assets.get(path);
  return asset && (() => new Response(asset.text, { headers: { ...inspectorHeaders, ...asset.headers } }));
}
