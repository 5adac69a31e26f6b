import { expect } from '@jest/globals';
import { askGit } from '../../deploy/previous-version/find-previous-version.ts';
import { historyTest } from '../../deploy/previous-version/history-test.ts';

// A chaos with the mistake takes minutes: the README tells the commands.
historyTest('the mistake that a chaos is tried by can still be made: the patch applies', async () => {
  const patch = 'chaos/planted/release-twice.patch';
  expect(await askGit('apply', '--check', patch)).toEqual({ isWell: true, output: '' });
  expect(await askGit('apply', '--numstat', patch)).toEqual({
    isWell: true,
    output: '1\t1\tsubgraphs/catalog/release-stock.ts',
  });
});
