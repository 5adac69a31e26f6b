import { createRequire } from 'node:module';
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';
import { forbidden, unauthenticated } from './errors.ts';
import type { Caller } from './viewer.ts';

// graphql-shield's ES modules do not import on Node 23 and later (they name util.isUndefined): its CommonJS
// build does, but for `chain` and `race`.
const require = createRequire(import.meta.url);
const { shield, rule, allow, deny }: typeof Shield = require('graphql-shield');
const { applyMiddleware }: typeof Middleware = require('graphql-middleware');

interface Asked {
  caller: Caller;
  sister: string;
}

/** Anyone, signed in or not. */
export const anyone = allow;

/** Anyone who is not signed in or whose token holds: one that does not is told so. */
export const validTokenIfAny = rule('validTokenIfAny', { cache: 'contextual' })(
  (_parent, _args, { caller }: Asked) => caller.refusal ?? true,
);

/** Anyone with a valid token. */
export const signedIn = rule('signedIn', { cache: 'contextual' })((_parent, _args, { caller }: Asked) =>
  caller.viewer ? true : (caller.refusal ?? unauthenticated()),
);

/** Administrators. */
export const administrator = rule('administrator', { cache: 'contextual' })(
  (_parent, _args, { caller }: Asked) => {
    if (!caller.viewer) return caller.refusal ?? unauthenticated();
    return caller.viewer.role === 'ADMIN' ? true : forbidden('Administrators alone may do this.');
  },
);

/** The gateway alone, whoever it asks for: who plans operations asks by these fields. */
export const gateway = rule('gateway', { cache: 'contextual' })((_parent, _args, { sister }: Asked) =>
  sister === 'gateway' ? true : forbidden('The gateway alone may ask this.'),
);

type Rule = ReturnType<ReturnType<typeof rule>>;

// Shield refuses two rules of one name: who asks for the same one again is given it.
const sisterRules = new Map<string, Rule>();

/** These services, speaking for themselves; the gateway, which speaks for clients, is none of them. */
export function sisters(...names: string[]): Rule {
  const title = `sisters: ${names.join(', ')}`;
  const made =
    sisterRules.get(title) ??
    rule(title, { cache: 'contextual' })((_parent, _args, { sister }: Asked) =>
      names.includes(sister) ? true : forbidden('Sister services alone may do this.'),
    );
  sisterRules.set(title, made);
  return made;
}

/** A permission table: type → field (or *) → who may. What is not in it is refused. */
export type PermissionTable = Record<string, Record<string, Rule | typeof anyone>>;

/** Whether a table says that anyone may have a field: by its own row, else by that of all others of its type. */
function isOpen(table: PermissionTable, type: string, field: string): boolean {
  const rows = new Map(Object.entries(table[type] ?? {}));
  return (rows.get(field) ?? rows.get('*')) === anyone;
}

/**
 * The schema, guarded by a permission table; deny by default. Shield guards every field; then those that anyone may have get
 * their own resolvers back: an asynchronous guard that lets everybody pass is most of what a field costs.
 */
export function guard(schema: GraphQLSchema, table: PermissionTable): GraphQLSchema {
  const guarded: GraphQLSchema = applyMiddleware(
    schema,
    shield(table, {
      fallbackRule: deny,
      fallbackError: forbidden('Nobody may do this.'),
      allowExternalErrors: true,
    }),
  );
  for (const type of Object.values(guarded.getTypeMap())) {
    const unguarded = schema.getType(type.name);
    if (!isObjectType(type) || !isObjectType(unguarded)) continue;
    const resolvers = unguarded.getFields();
    for (const field of Object.values(type.getFields()))
      if (isOpen(table, type.name, field.name))
        field.resolve = resolvers[field.name]?.resolve ?? defaultFieldResolver;
  }
  return guarded;
}
