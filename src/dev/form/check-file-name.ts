import { badRequest } from '../refusal.js';

const maxFileNameLength = 255;

/** The name of an uploaded file as it is stored; null when it came without one. */
export function checkFileName(fileName: string | undefined): string | null {
  if (fileName === undefined || fileName === '') return null;
  if ([...fileName].length > maxFileNameLength) {
    throw badRequest(`The file name is over the limit of ${maxFileNameLength} characters`);
  }
  return fileName;
}
