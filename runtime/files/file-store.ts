/**
 * Where files are kept that replicas share: written once under a name, then read by any of them. Names are made of
 * `a-z`, `0-9` and `-`, in folders parted by `/`, with an ending, such as `covers/3f/…/240.avif`.
 */
export interface FileStore {
  /** The whole content; null where there is none of that name. */
  read(name: string): Promise<Buffer | null>;
  /** Resolves when the content is there for good. Who reads meanwhile finds all of it, or nothing (or what was there before). */
  write(name: string, content: Uint8Array): Promise<void>;
  /** Resolves when none of them is there any more. */
  remove(names: readonly string[]): Promise<void>;
  /** Rejects, with what to do about it, where files cannot be read; or written, where that is asked for. */
  check(use: 'read' | 'write'): Promise<void>;
}

const soundName = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z0-9]+$/;

/** The name, where it is a sound one, so that none leads anywhere else; a RangeError else. */
export function soundFileName(name: string): string {
  if (soundName.test(name)) return name;
  throw new RangeError(`no name of a file: ${JSON.stringify(name)}`);
}
