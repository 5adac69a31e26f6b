import { expect, test } from '@jest/globals';
import type { Read } from './open-databases.ts';
import { streamTopic } from './stream-topic.ts';

const subjects = Array.from({ length: 500 }, (_, number) => `subject ${number}`);

/** Databases in which two events of each subject have happened and one was applied; `waiting`: whose next one waits. */
function behind(waiting: readonly string[]): { read: Read; statements: string[] } {
  const statements: string[] = [];
  const rows = (select: string) => {
    if (select.includes('FROM outbox_subject')) return subjects.map(subject => ({ subject, sequence: 2 }));
    if (select.includes('FROM inbox_subject')) return subjects.map(subject => ({ subject, sequence: 1 }));
    if (select.includes('FROM inbox_event')) return waiting.map(subject => ({ subject, sequence: 2 }));
    return [];
  };
  const read: Read = async (_, select) => {
    statements.push(select);
    return JSON.parse(JSON.stringify(rows(select)));
  };
  return { read, statements };
}

test('however many subjects are behind, a few statements tell which of them wait for what is lost', async () => {
  const { read, statements } = behind(subjects.slice(1));
  const topic = streamTopic('purchase', 'auth');
  const violations = await topic.judge(read, subjects, { lateAfterSeconds: 60, pauses: [] });
  expect(violations).toMatchObject([{ invariant: 'listener_has_every_event', id: 'purchase subject 0' }]);
  expect(statements.length).toBeLessThanOrEqual(4);
});
