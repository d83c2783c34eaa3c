import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Makes the folder of the emulator's images, which keeps itself out of Git. */
export async function openDirectory(root: string, directory: string): Promise<string> {
  const path = resolve(root, directory);
  await mkdir(path, { recursive: true });
  await writeFile(resolve(path, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return path;
}
