/** Each hash takes one of the four threads of Node's pool and a core: one thread stays free for other work. */
const atOnce = 3;

let free = atOnce;
const waiting: (() => void)[] = [];

/**
 * Runs work that hashes or verifies a password, at most three pieces at once in this process, the others in
 * the order in which they came: a flood of logins waits here and starves nothing else.
 */
export async function passwordWork<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1;
  else await new Promise<void>(start => waiting.push(start));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
