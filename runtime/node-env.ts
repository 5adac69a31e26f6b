import { settingOrFile } from './setting-or-file.mjs';

// Libraries look at NODE_ENV when they are loaded: import this file first, and it may come from NODE_ENV_FILE too.

try {
  const name = settingOrFile('NODE_ENV', process.env);
  if (name) process.env.NODE_ENV = name;
  delete process.env.NODE_ENV_FILE;
} catch {
  // Told with all other mistakes in the settings.
}
