import { count } from '../runtime/setting-types.ts';

/** How much one operation may ask for. */
export const operationLimitSettings = {
  MAX_OPERATION_TOKENS: count(100, 100_000, 2_000).describe('How many words and signs a document may have.'),
  MAX_OPERATION_DEPTH: count(3, 100, 12).describe('How many fields may stand below one another.'),
  MAX_OPERATION_FIELDS: count(10, 100_000, 1_000).describe(
    'How many fields an operation may ask for, those of fragments wherever they are spread.',
  ),
  MAX_OPERATION_ALIASES: count(0, 10_000, 30).describe('How many fields may have an alias.'),
  MAX_OPERATION_DIRECTIVES: count(0, 10_000, 50).describe('How many directives an operation may have.'),
  MAX_OPERATION_FRAGMENTS: count(0, 10_000, 50).describe('How many fragments a document may define.'),
  MAX_OPERATION_REPEATS: count(0, 10_000, 30).describe(
    'How many fields may stand beside another of the same name, which validation compares each with each.',
  ),
  MAX_OPERATION_COST: count(10, 10_000_000, 10_000).describe(
    'How many objects an answer may hold at the most, by the pages that are asked for.',
  ),
  MAX_OPERATION_PASSWORDS: count(1, 100, 10).describe(
    'How many fields of an operation may be given a password (login, register, changePassword, …): each costs auth a slow hash.',
  ),
};

/** The limits as they are set. */
export type OperationLimits = Record<keyof typeof operationLimitSettings, number>;
