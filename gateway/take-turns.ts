import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import type { onRequestHookHandler } from 'fastify';

/** So many operations are under way at a time, whatever they cost. */
const least = 8;

/** While the process is busy, no more are under way than it ends in so long. */
const aheadMilliseconds = 25;

/** How often it is looked whether the process is busy; and for how much of that it waits for others where it is not. */
const lookMilliseconds = 5;
const idleShare = 0.1;

/** What of the past counts in how many end: each look as much as a fifth. */
const newest = 0.2;

/** For how many milliseconds of its life the process waited for something to do. */
export type IdleSoFar = () => number;

const idleSoFar: IdleSoFar = () => performance.eventLoopUtilization().idle;

/**
 * Has operations wait for their turn, in the order in which they came and before anything is made for them, while the process is
 * busy without a pause. Fifty that begin at once all end at the end, and what is made for each of them is kept until then; one
 * after the other they end sooner on the average, and what they made is gone when V8 looks. Where the process has time, since it
 * waits for subgraphs, others begin, however many are under way.
 */
export function takeTurns(idle: IdleSoFar = idleSoFar): onRequestHookHandler {
  const waiting: (() => void)[] = [];
  let looksSoon = false;
  let underWay = 0;
  let most = least;
  let ended = 0;
  let endedEachMillisecond = 0;
  let lookedAt = performance.now();
  let idleThen = idle();

  function look(): void {
    const now = performance.now();
    const passed = now - lookedAt;
    if (passed < lookMilliseconds) return;
    const idleNow = idle();
    const isBusy = idleNow - idleThen < idleShare * passed;
    endedEachMillisecond += newest * (ended / passed - endedEachMillisecond);
    most = Math.max(least, endedEachMillisecond * aheadMilliseconds, isBusy ? 0 : underWay + least);
    ended = 0;
    lookedAt = now;
    idleThen = idleNow;
  }

  function beginNext(): void {
    look();
    while (underWay < most) {
      const begin = waiting.shift();
      if (!begin) break;
      begin();
    }
    // Where nothing ends, since all wait for subgraphs, nothing else would have the next one begin.
    if (waiting.length === 0 || looksSoon) return;
    looksSoon = true;
    setTimeout(() => {
      looksSoon = false;
      beginNext();
    }, lookMilliseconds);
  }

  return ({ raw: { socket } }, { raw }, done) => {
    const begin = () => {
      // Its client has gone: nothing tells when it ends.
      if (socket.destroyed) return done();
      underWay += 1;
      raw.once('close', () => {
        underWay -= 1;
        ended += 1;
        beginNext();
      });
      done();
    };
    look();
    if (waiting.length === 0 && underWay < most) return begin();
    // It begins when another one ends, but on behalf of nobody else.
    waiting.push(AsyncLocalStorage.bind(begin));
    beginNext();
  };
}
