import { readFileSync } from 'node:fs';

// Read also by the user's own Node, from version 20 on, before anything is installed.

export function settingOrFile(name, environment) {
  const { [name]: value, [`${name}_FILE`]: file } = environment;
  if (!file) return value || undefined;
  if (value) throw new Error(`${name} and ${name}_FILE are both set: keep one of them`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    throw new Error(`${name}_FILE names ${file}, which cannot be read (${error.code ?? error.message})`);
  }
}
