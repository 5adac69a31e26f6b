/** The outcome of some work; rejects with "too late" when it takes longer than that. The work itself goes on. */
export function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds, new Error('too late'));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The outcome of some work; undefined when it takes longer than that. The work itself goes on. */
export function ifInTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * The outcome of some work that tells again and again that it goes on; rejects with "too late" when it is silent for so long.
 * The work itself goes on.
 */
export function unlessSilent<Result>(
  work: (goesOn: () => void) => Promise<Result>,
  milliseconds: number,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds, new Error('too late'));
  });
  return Promise.race([work(() => timer?.refresh()), silent]).finally(() => {
    clearTimeout(timer);
    timer = undefined;
  });
}
