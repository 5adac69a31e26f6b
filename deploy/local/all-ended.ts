/** As Promise.all, but it waits for all of them before it throws the first failure. */
export async function allEnded<Result>(promises: Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
