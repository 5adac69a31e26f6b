import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';

/** On whose behalf work is done, wherever it goes on: what logs, other parts and events are told of it. */
export interface Scope {
  /** Of the request that it is for, or that the event it is for came from; undefined for work of our own accord. */
  requestId: string | undefined;
  /** Who asked, once that is known: the id of a user. */
  actorId?: string | undefined;
  /** The span that it is in; undefined where traces are off. */
  span?: Span | undefined;
}

const storage = new AsyncLocalStorage<Scope>();

/** The scope that this code runs in. */
export const scopeHere = (): Scope | undefined => storage.getStore();

/** What is done in this scope from here on is done by a user; by nobody where there is none. */
export function actAs(userId: string | undefined): void {
  const scope = storage.getStore();
  if (scope) scope.actorId = userId;
}

/** Runs work in a scope. */
export const inScope = <Result>(scope: Scope, work: () => Result): Result => storage.run(scope, work);
