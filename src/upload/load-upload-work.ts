import type { checkFile } from './check-file.js';
import type { runUpload } from './run-upload.js';

/** The parts of the engine that nobody needs before there is a file. */
export interface UploadWork {
  checkFile: typeof checkFile;
  runUpload: typeof runUpload;
}

/**
 * Loads them. Both before the first file is sent, so that nothing is missing when the network
 * goes: what to do then is in there.
 */
export async function loadUploadWork(): Promise<UploadWork> {
  const [checks, run] = await Promise.all([import('./check-file.js'), import('./run-upload.js')]);
  return { checkFile: checks.checkFile, runUpload: run.runUpload };
}
