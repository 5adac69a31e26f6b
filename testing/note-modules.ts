import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// To be loaded first, by --import: notes the address of each module that its process loads in the file NOTED_MODULES.

const file = process.env.NOTED_MODULES;

if (file)
  registerHooks({
    load(url, context, nextLoad) {
      appendFileSync(file, `${url}\n`);
      return nextLoad(url, context);
    },
  });
