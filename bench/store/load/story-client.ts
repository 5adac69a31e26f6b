import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { z } from 'zod';
import { reasonOf } from '../../../runtime/reason-of.ts';
import { count, port } from '../../../runtime/setting-types.ts';
import { readSettings } from '../../../runtime/settings.ts';
import { loadResult } from '../../load/sample.ts';
import { fillIn, type Step, storyShape, wordAt } from './story.ts';

// A process in which people go through a story again and again: so many at once as fast as they can (RATE=0), or so many that
// begin in a second whether others have ended or not, as long as there is somebody who is not at one. Prints what it counted
// as one line of JSON, and the first failures to stderr.

const settings = readSettings({
  PORT: port,
  STORY_FILE: z.string(),
  CONNECTIONS: count(1, 10_000, 8),
  SECONDS: count(1, 3_600, 5),
  RATE: z.coerce.number().min(0).max(1_000_000).default(0),
});

const told = 3;
const { steps, people } = storyShape.parse(JSON.parse(readFileSync(settings.STORY_FILE, 'utf8')));
const pool = new Pool(`http://127.0.0.1:${settings.PORT}`, { connections: people.length });
const free = [...people];
const waiting: ((person: Record<string, string>) => void)[] = [];
const milliseconds: number[] = [];
let failed = 0;

async function takeStep(step: Step, known: Record<string, string>): Promise<Record<string, string>> {
  const response = await pool.request({
    method: 'POST',
    path: step.path,
    headers: Object.fromEntries(
      Object.entries(step.headers).map(([name, text]) => [name, fillIn(text, known)]),
    ),
    body: fillIn(step.body, known),
  });
  const answer = await response.body.text();
  if (response.statusCode !== 200 || !answer.includes(step.mustHold))
    throw new Error(`${step.mustHold} is not in HTTP ${response.statusCode} ${answer.slice(0, 500)}`);
  const json: unknown = Object.keys(step.keep).length > 0 ? JSON.parse(answer) : {};
  return Object.fromEntries(Object.entries(step.keep).map(([name, place]) => [name, wordAt(json, place)]));
}

async function goThrough(person: Record<string, string>): Promise<void> {
  const known = { ...person, key: randomUUID() };
  for (const step of steps) Object.assign(known, await takeStep(step, known));
}

const somebody = (): Promise<Record<string, string>> => {
  const person = free.shift();
  return person ? Promise.resolve(person) : new Promise(resolve => waiting.push(resolve));
};

function letGo(person: Record<string, string>): void {
  const next = waiting.shift();
  if (next) next(person);
  else free.push(person);
}

async function story(due: number): Promise<void> {
  const person = await somebody();
  try {
    await goThrough(person);
    milliseconds.push(performance.now() - due);
  } catch (error) {
    failed += 1;
    if (failed <= told) console.error(reasonOf(error));
  } finally {
    letGo(person);
  }
}

const began = performance.now();
const end = began + 1000 * settings.SECONDS;

async function againAndAgain(): Promise<void> {
  while (performance.now() < end) await story(performance.now());
}

async function atRate(): Promise<void> {
  const begun: Promise<void>[] = [];
  for (let due = began; due < end; due += 1000 / settings.RATE) {
    if (due > performance.now()) await delay(due - performance.now());
    begun.push(story(due));
  }
  await Promise.all(begun);
}

if (settings.RATE > 0) await atRate();
else await Promise.all(Array.from({ length: Math.min(settings.CONNECTIONS, people.length) }, againAndAgain));
const seconds = (performance.now() - began) / 1000;
await pool.close();
console.log(JSON.stringify(loadResult(milliseconds, failed, seconds)));
