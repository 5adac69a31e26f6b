import { isDeepStrictEqual } from 'node:util';
import type { RunningContender } from './contenders/running-contender.ts';

/**
 * How many bytes the shortest of the answers has that contenders give to a query. Throws where they do not all answer
 * the same data, without errors.
 */
export async function compareAnswers(running: readonly RunningContender[], query: string): Promise<number> {
  const answers = await Promise.all(running.map(each => each.ask(query)));
  const [first] = answers;
  const different = running.filter((_, index) => {
    const answer = JSON.parse(answers[index] ?? 'null');
    return answer?.errors || !isDeepStrictEqual(answer?.data, JSON.parse(first ?? 'null')?.data);
  });
  if (different.length > 0)
    throw new Error(
      `Not the same answer as ${running[0]?.contender.name}: ${different.map(({ contender }) => contender.name).join(', ')}`,
    );
  return Math.min(...answers.map(answer => Buffer.byteLength(answer)));
}
