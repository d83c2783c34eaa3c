// Before a build and not by tsup: two of its builds share the folder and would clear each other.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
