import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';

/** What tells Apollo Server of a schema, and executes the operations that it has validated. */
export type Executing = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Executes an operation. */
export type Executor = NonNullable<Awaited<ReturnType<Executing['load']>>['executor']>;

/** An operation of a request that was validated, as Apollo Server hands it to an executor. */
export type ExecutorRequest = Parameters<Executor>[0];

/** What is answered to it. */
export type ExecutorAnswer = Awaited<ReturnType<Executor>>;
