// node deploy/local/bootstrap.mjs [--free-port <default>] <file.ts> [arguments…]
//
// The one file that the user's own Node runs, from version 20 on and with nothing installed: it brings the
// dependencies up to date where they are not and then hands over to the project's Node, or to PROJECT_NODE. With --free-port it
// refuses a taken PORT (or that default) before anything is installed.
// Syntax that older versions of Node read as well, so that they get to say what is wrong.

const oldestNode = 20;

async function main() {
  const { installDependencies } = await import('./install-dependencies.mjs');
  const { otherNode } = await import('./other-node.mjs');
  const { refuseTakenPort } = await import('./port-free.mjs');
  const { runOnProjectNode } = await import('./run-on-project-node.mjs');
  let args = process.argv.slice(2);
  let beforeInstalling = async () => {};
  if (args[0] === '--free-port') {
    const fallback = Number(args[1]);
    beforeInstalling = () => refuseTakenPort(fallback);
    args = args.slice(2);
  }
  const other = otherNode();
  const own = await installDependencies(beforeInstalling);
  runOnProjectNode(other ?? own, args);
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(
    `This needs Node ${oldestNode} or newer to start, and this is ${process.version}: install one from https://nodejs.org/.`,
  );
  process.exit(1);
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
