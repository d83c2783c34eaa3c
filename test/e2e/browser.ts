import { type Browser, chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.mjs';

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
}
