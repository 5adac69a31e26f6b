import type { Plugin } from 'rolldown';

const prefix = '\0when-used:';

/**
 * Stands for a package: has Node load it when a name of it is asked for, as files made of `import` ask by `require()`, or when it
 * is a function, and called.
 * Whoever wants all names at once is refused, since it would find none.
 */
const standIn = (file: string): string => `
const load = require('node:module').createRequire(${JSON.stringify(file)});
let loaded;
const use = () => (loaded ??= load(${JSON.stringify(file)}));
module.exports = new Proxy(function () {}, {
  apply: (_, self, given) => Reflect.apply(use(), self, given),
  construct: (_, given) => Reflect.construct(use(), given),
  get(_, name) {
    if (name === '__esModule') return true;
    const { __esModule } = use();
    return name === 'default' && !__esModule ? loaded : loaded[name];
  },
  ownKeys() { throw new Error(${JSON.stringify(`${file} is loaded when it is used: ask for its names one by one.`)}); },
});
`;

/**
 * Leaves packages that other packages load by require(), named as they name them, out of a bundle. Node loads them from where
 * they are once they are used, which takes neither time nor memory of a program that never does.
 */
export const loadWhenUsed = (packages: readonly string[]): Plugin => ({
  name: 'load-when-used',
  async resolveId(id, importer, { kind }) {
    if (kind !== 'require-call' || !importer?.includes('/node_modules/') || !packages.includes(id))
      return null;
    const found = await this.resolve(id, importer, { skipSelf: true, kind });
    return found && { id: prefix + found.id };
  },
  load: id => (id.startsWith(prefix) ? standIn(id.slice(prefix.length)) : null),
});
