// Loaded before the program (node --import): ends this process, as SIGTERM would, when the one that started
// it is gone. The channel between the two closes however the other one dies.

const patienceMilliseconds = 30_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMilliseconds).unref();
});
process.channel?.unref();
