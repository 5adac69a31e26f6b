import { existsSync } from 'node:fs';

const places = ['/usr/bin/shellcheck', '/usr/local/bin/shellcheck', '/opt/homebrew/bin/shellcheck'];

/** This machine's ShellCheck; undefined where there is none. */
export const shellcheckProgram = (): string | undefined => places.find(place => existsSync(place));
