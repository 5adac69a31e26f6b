import { expect, test } from '@jest/globals';
import { RecoveryWatch } from './recovery-watch.ts';

test('recovery is the time from the end of a fault to the first answer to what was asked after it', () => {
  const watch = new RecoveryWatch();
  watch.begins('kill');
  expect(watch.isWaiting).toBe(false);
  watch.ends('kill', 1_000);
  watch.works(900, 1_200);
  expect(watch.unrecovered).toEqual(['kill']);
  watch.works(1_500, 1_800);
  expect(watch.recoveries).toEqual([{ fault: 'kill', milliseconds: 800 }]);
  expect(watch.isWaiting).toBe(false);
});

test('where another fault lasts, it is measured from the end of that one', () => {
  const watch = new RecoveryWatch();
  watch.begins('kill');
  watch.begins('cut');
  watch.ends('kill', 1_000);
  watch.ends('cut', 20_000);
  watch.works(20_100, 20_500);
  expect(watch.recoveries).toEqual([
    { fault: 'kill', milliseconds: 500 },
    { fault: 'cut', milliseconds: 500 },
  ]);
});
