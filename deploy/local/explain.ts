import { relative } from 'node:path';
import { projectFolder } from './places.ts';
import { StartError } from './start-error.ts';

/** A failure in words for the user. */
export function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path }: NodeJS.ErrnoException = error;
  if ((code === 'EACCES' || code === 'EPERM') && path)
    return `${relative(projectFolder, path)} cannot be written by this user: was the store started by another one, such as root, before?`;
  if (code === 'ENOSPC') return `The disk is full: ${error.message}`;
  return `This should not happen: ${error.message}`;
}
