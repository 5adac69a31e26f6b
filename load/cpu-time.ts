import { readFileSync } from 'node:fs';

// Linux counts in hundredths of a second towards programs, on all machines (USER_HZ, proc_pid_stat(5)).
const millisecondsPerTick = 10;

/** The processor time that a process of this machine has used since it began, in milliseconds; Linux alone tells. */
export function cpuMilliseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name, in parentheses, may hold spaces.
  const [, ...fields] = stat.slice(stat.lastIndexOf(')') + 1).split(' ');
  const [userTicks, systemTicks] = [fields[11], fields[12]];
  return (Number(userTicks) + Number(systemTicks)) * millisecondsPerTick;
}
