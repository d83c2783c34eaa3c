import { inspectorHeaders } from './answer-json.js';
import { inspectorIcon } from './page/inspector-icon.js';
import { inspectorPage } from './page/inspector-page.js';
import { accountScript } from './page/script/account-script.js';
import { copyScript } from './page/script/copy-script.js';
import { detailScript } from './page/script/detail-script.js';
import { elementsScript } from './page/script/elements-script.js';
import { imagesScript } from './page/script/images-script.js';
import { mainScript } from './page/script/main-script.js';
import { requestsScript } from './page/script/requests-script.js';
import { variantsScript } from './page/script/variants-script.js';
import { wordsScript } from './page/script/words-script.js';
import { accountStyle } from './page/style/account-style.js';
import { baseStyle } from './page/style/base-style.js';
import { detailStyle } from './page/style/detail-style.js';
import { headerStyle } from './page/style/header-style.js';
import { imagesStyle } from './page/style/images-style.js';
import { narrowStyle } from './page/style/narrow-style.js';
import { requestsStyle } from './page/style/requests-style.js';

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
const svg = { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'" };
const script = { 'content-type': 'text/javascript;charset=UTF-8' };

// In the order in which later rules may overrule earlier ones.
const styles = [
  baseStyle,
  headerStyle,
  imagesStyle,
  requestsStyle,
  accountStyle,
  detailStyle,
  narrowStyle,
];

const scripts = {
  account: accountScript,
  copy: copyScript,
  detail: detailScript,
  elements: elementsScript,
  images: imagesScript,
  main: mainScript,
  requests: requestsScript,
  variants: variantsScript,
  words: wordsScript,
};

interface Asset {
  text: string;
  headers: Readonly<Record<string, string>>;
}

const assets = new Map<string, Asset>([
  ['/', { text: inspectorPage, headers: html }],
  ['/icon.svg', { text: inspectorIcon, headers: svg }],
  ['/style.css', { text: styles.join('\n'), headers: css }],
  ...Object.entries(scripts).map(([name, text]): [string, Asset] => [
    `/script/${name}.js`,
    { text, headers: script },
  ]),
]);

/** The page and the files it is made of: the same for everyone, so nobody is refused. */
export function findAsset(path: string): (() => Response) | undefined {
  const asset = assets.get(path);
  return (
    asset &&
    (() => new Response(asset.text, { headers: { ...inspectorHeaders, ...asset.headers } }))
  );
}
