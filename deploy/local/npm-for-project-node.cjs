// npm leaves out an optional package, such as one with a library for this kind of machine, whose "engines" exclude the Node that npm
// runs on. What is installed here runs on the project's Node, so by --require npm is told the version of that one.
const { dependencies } = require('../../package.json');

if (dependencies?.node)
  Object.defineProperty(process, 'version', { value: `v${dependencies.node}`, enumerable: true });
