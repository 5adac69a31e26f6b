import { expect, test } from '@jest/globals';
import { RecoveryWatch } from './recovery-watch.ts';

test('recovery is the time from the end of a fault to the first answer to what was asked after it', () => {
  const watch = new RecoveryWatch();
  watch.begins('kill', 'kill');
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
  watch.begins('kill', 'kill');
  watch.begins('cut', 'cut');
  watch.ends('kill', 1_000);
  watch.ends('cut', 20_000);
  watch.works(20_100, 20_500);
  expect(watch.recoveries).toEqual([
    { fault: 'kill', milliseconds: 500 },
    { fault: 'cut', milliseconds: 500 },
  ]);
});

test('a kill that comes later does not excuse what is still dead', () => {
  const watch = new RecoveryWatch();
  watch.begins('kill database', 'kill');
  watch.ends('kill database', 500);
  watch.begins('kill catalog', 'kill');
  watch.ends('kill catalog', 9_000);
  watch.works(12_800, 13_000);
  expect(watch.recoveries).toEqual([
    { fault: 'kill database', milliseconds: 12_500 },
    { fault: 'kill catalog', milliseconds: 4_000 },
  ]);
});

test('a pause that begins later does: nobody can ask meanwhile', () => {
  const watch = new RecoveryWatch();
  watch.begins('kill', 'kill');
  watch.ends('kill', 1_000);
  watch.begins('pause', 'pause');
  watch.ends('pause', 12_000);
  watch.works(12_100, 12_300);
  expect(watch.recoveries).toEqual([
    { fault: 'kill', milliseconds: 300 },
    { fault: 'pause', milliseconds: 300 },
  ]);
});
