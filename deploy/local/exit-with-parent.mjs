import { closeSync, fstatSync, openSync } from 'node:fs';

// Loaded before the program (node --import): ends this process, as SIGTERM would, when the one that started
// it is gone. The channel between the two closes however the other one dies.

// More than the longest DRAIN_SECONDS.
const patienceMilliseconds = 90_000;

// At its end the logger writes what is left, and tries for ever where nobody reads any more. A descriptor that
// is opened takes the lowest number that is free: the one just closed.
function muteBrokenOutput() {
  for (const descriptor of [1, 2])
    if (fstatSync(descriptor).isSocket()) {
      closeSync(descriptor);
      openSync('/dev/null', 'w');
    }
}

process.once('disconnect', () => {
  muteBrokenOutput();
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMilliseconds).unref();
});
process.channel?.unref();
